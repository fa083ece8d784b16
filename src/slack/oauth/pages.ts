import type { Installation } from '@slack/oauth';
import type { Page } from './page.ts';

export const INSTALL_PATH = '/slack/install';

const START_AGAIN = { text: 'Start again', href: INSTALL_PATH };

/** The page from which the app is installed. @param address Slack's page on which it is allowed */
export function installPage(address: string, description: string): Page {
  return {
    title: 'Add Dateline to Slack',
    paragraphs: [
      `${description}.`,
      'You need the right to add apps to your workspace. Slack shows you what Dateline may do, and asks you to allow it.',
    ],
    link: { text: 'Add to Slack', href: address },
  };
}

export function installedPage({ team, enterprise, isEnterpriseInstall, appId }: Installation): Page {
  const where = (isEnterpriseInstall ? enterprise?.name : team?.name) ?? 'your workspace';
  const invite = 'Type /invite @Dateline in a channel, then @Dateline and a question.';
  const direct = 'Or write it a direct message, or type /dateline and a question anywhere.';
  if (isEnterpriseInstall) {
    return {
      title: `Dateline is installed for ${where}`,
      paragraphs: ['One step is left for an administrator of the organisation.'],
      steps: ['In the organisation’s settings, add Dateline to the workspaces that shall have it.', invite, direct],
    };
  }
  const query = new URLSearchParams({ ...(appId ? { app: appId } : {}), ...(team ? { team: team.id } : {}) });
  return {
    title: `Dateline is installed in ${where}`,
    paragraphs: ['It can be asked from now on.'],
    steps: [invite, direct],
    link: { text: 'Open Dateline in Slack', href: `https://slack.com/app_redirect?${query}` },
  };
}

export const CANCELLED: Page = {
  title: 'Dateline was not installed',
  paragraphs: ['You cancelled on Slack’s page, and nothing was changed.'],
  link: START_AGAIN,
};

export const STALE: Page = {
  title: 'This installation cannot be finished',
  paragraphs: [
    'An installation is finished within ten minutes, once, and in the browser in which it began. Nothing was changed.',
    'If you came here from an old page or from somebody’s link, start at the beginning.',
  ],
  link: START_AGAIN,
};

export const STORE_FAILS: Page = {
  title: 'Dateline cannot keep the installation',
  paragraphs: [
    'Its database does not do what it should. Try again in some minutes.',
    'If it stays so, tell whoever runs Dateline: its log says what to mend.',
  ],
  link: START_AGAIN,
};

/** @param code Slack's code for it @param remedy what whoever runs Dateline can do */
export function refusedPage(code: string, remedy: string): Page {
  return {
    title: 'Slack did not finish the installation',
    paragraphs: [`It gives as the reason: ${code}.`, `Tell whoever runs Dateline: ${remedy}.`],
    link: START_AGAIN,
  };
}
