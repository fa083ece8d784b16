/** A workspace as the caller describes it. */
export interface WorkspaceSettings {
  /** Such as `T0NEWSDESK`. */
  id: string;
  name: string;
  domain: string;
  people: readonly PersonSettings[];
  channels: readonly ChannelSettings[];
  /** Who the app's bot is there, once it is installed. */
  bot: BotIdentity;
  /** The token under which the app is installed from the start; left out, somebody has to install it. */
  botToken?: string;
}

export interface PersonSettings {
  /** Such as `U0ALICE`. */
  id: string;
  /** The handle, in small letters. */
  name: string;
  realName?: string;
  /** An IANA time zone. */
  timeZone?: string;
  /** Whether they administer the workspace. */
  admin?: boolean;
}

export interface ChannelSettings {
  /** Such as `C0NEWS`. */
  id: string;
  name: string;
  private?: boolean;
  /** The ids of the people in it; everybody where it is left out. */
  members?: readonly string[];
  /** Whether the app's bot is in it. */
  withBot?: boolean;
}

export interface BotIdentity {
  userId: string;
  botId: string;
}

/** An organisation on Slack's Enterprise plan, which all workspaces of the server then belong to. */
export interface EnterpriseSettings {
  id: string;
  name: string;
}
