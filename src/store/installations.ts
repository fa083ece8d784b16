/** To whom an installation belongs: a workspace, or an organisation that installed the app for all of its workspaces. */
export type InstallationOwner = { team: string } | { enterprise: string };

/**
 * What Slack handed over when the app was installed, tokens among it. It is encrypted before it reaches the database,
 * and bound to its owner: what was put under another owner's id is not decrypted.
 */
export interface InstallationRepository {
  /**
   * Keeps an installation in place of an earlier one of the same owner.
   * @param installation anything that can be written as JSON
   * @throws StoreError `no-key` when no encryption key is set
   */
  save(owner: InstallationOwner, installation: object, now: Date): Promise<void>;
  /**
   * The installation as it was saved, after a trip through JSON; undefined where there is none.
   * @throws StoreError `no-key`, `wrong-key` when it was encrypted with a key that is not set, or `damaged-installation`
   */
  find(owner: InstallationOwner): Promise<unknown>;
  /** Forgets an installation; needs no key. False when there was none. */
  delete(owner: InstallationOwner): Promise<boolean>;
  /** Everybody whose installation is kept; needs no key. */
  owners(): Promise<InstallationOwner[]>;
  /**
   * Encrypts with the first key what was encrypted with another, after which the other keys are needed no more.
   * @returns how many installations were encrypted anew
   * @throws StoreError as `find` does; what was encrypted anew before that stays so
   */
  reencrypt(): Promise<number>;
}
