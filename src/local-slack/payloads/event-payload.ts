import type { EnvelopedEvent } from '@slack/bolt';
import { isEnterpriseInstall, VERIFICATION_TOKEN, type Where } from './where.ts';

/** An event in the envelope of the Events API: docs.slack.dev/apis/events-api. */
export function eventPayload<Event extends { type: string }>(where: Where, id: string, event: Event) {
  const { state, workspace } = where;
  const enterprise = state.enterprise?.id;
  return {
    token: VERIFICATION_TOKEN,
    team_id: workspace.id,
    ...(enterprise === undefined ? {} : { enterprise_id: enterprise }),
    context_team_id: workspace.id,
    api_app_id: state.app.appId,
    event,
    type: 'event_callback' as const,
    event_id: id,
    event_time: Math.floor(state.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: enterprise ?? null,
        team_id: isEnterpriseInstall(where) ? null : workspace.id,
        user_id: workspace.bot.userId,
        is_bot: true,
        is_enterprise_install: isEnterpriseInstall(where),
      },
    ],
    is_ext_shared_channel: false,
  } satisfies EnvelopedEvent<Event>;
}
