import { type Document, isSeq, parseDocument } from 'yaml';
import { REDIRECT_PATH } from './oauth/installer.ts';

/** Where Slack sends events, commands and interactions. */
export const EVENTS_PATH = '/slack/events';

/**
 * A manifest for Socket Mode as one for HTTP: with the addresses to which Slack sends requests, and the one to which it
 * sends browsers back, and open to organisations. Comments stay.
 * @param source the manifest as YAML
 * @param publicUrl where Slack reaches Dateline, without a path
 */
export function httpManifest(source: string, publicUrl: string): string {
  const document = parseDocument(source);
  const requests = `${publicUrl}${EVENTS_PATH}`;
  for (const index of indicesOf(document, ['features', 'slash_commands'])) {
    document.setIn(['features', 'slash_commands', index, 'url'], requests);
  }
  document.setIn(['oauth_config', 'redirect_urls'], [`${publicUrl}${REDIRECT_PATH}`]);
  document.setIn(['settings', 'event_subscriptions', 'request_url'], requests);
  document.setIn(['settings', 'interactivity', 'request_url'], requests);
  document.setIn(['settings', 'socket_mode_enabled'], false);
  document.setIn(['settings', 'org_deploy_enabled'], true);
  return document.toString({ lineWidth: 120 });
}

function indicesOf(document: Document, path: readonly string[]): number[] {
  const list = document.getIn(path);
  return isSeq(list) ? list.items.map((_item, index) => index) : [];
}
