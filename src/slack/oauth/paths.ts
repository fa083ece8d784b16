/** Where somebody begins an installation. */
export const INSTALL_PATH = '/slack/install';

/** Where Slack sends their browser back to. */
export const REDIRECT_PATH = '/slack/oauth_redirect';
