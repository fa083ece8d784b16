/** What Slack knows of an app: its manifest, and the secrets that Slack made for it. */
export interface AppSettings {
  /** The name of its bot user. */
  name: string;
  scopes: readonly string[];
  /** The events that it subscribed to, such as `app_mention` and `message.im`. */
  events: readonly string[];
  /** With the slash; any other command does not exist. */
  commands?: readonly string[];
  shortcuts?: readonly Shortcut[];
  homeTab?: boolean;
  messagesTab?: boolean;
  /** Whether it has the `agent_view` feature: suggested prompts need it. */
  agent?: boolean;
  redirectUrls?: readonly string[];
  appId?: string;
  appToken?: string;
  signingSecret?: string;
  clientId?: string;
  clientSecret?: string;
}

export interface Shortcut {
  type: 'message' | 'global';
  callbackId: string;
  name?: string;
}

/** The part of an app's manifest that a workspace needs to know: docs.slack.dev/reference/app-manifest. */
export interface AppManifest {
  display_information: { name: string };
  features?: {
    app_home?: { home_tab_enabled?: boolean | undefined; messages_tab_enabled?: boolean | undefined } | undefined;
    bot_user?: { display_name: string } | undefined;
    slash_commands?: readonly { command: string }[] | undefined;
    shortcuts?: readonly { type: 'message' | 'global'; callback_id: string; name: string }[] | undefined;
    agent_view?: unknown;
  };
  oauth_config?: {
    scopes?: { bot?: readonly string[] | undefined; bot_optional?: readonly string[] | undefined };
    redirect_urls?: readonly string[] | undefined;
  };
  settings?: { event_subscriptions?: { bot_events?: readonly string[] | undefined } | undefined };
}

/** The settings of the app that a manifest describes; its secrets are those of every local app. */
export function appFromManifest({ display_information, features, oauth_config, settings }: AppManifest): AppSettings {
  return {
    name: features?.bot_user?.display_name ?? display_information.name,
    // Whoever installs the app there grants what is optional, too.
    scopes: [...(oauth_config?.scopes?.bot ?? []), ...(oauth_config?.scopes?.bot_optional ?? [])],
    events: settings?.event_subscriptions?.bot_events ?? [],
    commands: (features?.slash_commands ?? []).map(({ command }) => command),
    shortcuts: (features?.shortcuts ?? []).map(({ type, callback_id, name }) => ({
      type,
      callbackId: callback_id,
      name,
    })),
    homeTab: features?.app_home?.home_tab_enabled ?? false,
    messagesTab: features?.app_home?.messages_tab_enabled ?? false,
    agent: features?.agent_view !== undefined,
    redirectUrls: oauth_config?.redirect_urls ?? [],
  };
}

/** Secrets of a local app, which open nothing but a server on this machine. */
export const LOCAL_APP = {
  appId: 'A0LOCAL',
  appToken: 'xapp-1-local',
  signingSecret: '0123456789abcdef0123456789abcdef',
  clientId: '1000000000.2000000000',
  clientSecret: 'fedcba9876543210fedcba9876543210',
};

/** An app with nothing left open. */
export type App = Required<AppSettings>;

export function complete(settings: AppSettings): App {
  return {
    commands: [],
    shortcuts: [],
    homeTab: true,
    messagesTab: true,
    agent: false,
    redirectUrls: [],
    ...LOCAL_APP,
    ...settings,
  };
}
