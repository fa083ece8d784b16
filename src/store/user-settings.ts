/** A person in a workspace, by Slack's ids. */
export interface UserKey {
  team: string;
  user: string;
}

/** What one person chose for their own questions. */
export interface UserSettings {
  /** The timeline that is asked where they name none; null for that of the channel. */
  timeline: string | null;
  /** When they last changed them; null while nothing was chosen. */
  changedAt: Date | null;
}

/** What a change of a person's settings names; what it leaves out stays as it is. */
export type UserSettingsChange = Partial<Omit<UserSettings, 'changedAt'>>;

export interface UserSettingsRepository {
  /** The settings of a person: those that everybody begins with, where they chose nothing. */
  get(user: UserKey): Promise<UserSettings>;
  /**
   * Changes what `change` names and nothing else.
   * @returns the settings as they are now
   */
  change(user: UserKey, change: UserSettingsChange, now: Date): Promise<UserSettings>;
}
