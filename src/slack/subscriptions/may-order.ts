import type { EditorsSettings } from '../../config.ts';
import type { DigestOrder } from '../../digest/order.ts';
import { mayDecide } from '../suggest/decide.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * Why somebody may not have a digest where they want it; nothing where they may. What people asked, and what they said of
 * answers, is shown to editors in their channel and nowhere else.
 */
export function refusedOrder(
  { digest }: Pick<DigestOrder, 'digest'>,
  { user, channel }: Subscriber,
  editors: EditorsSettings,
): string | undefined {
  if (digest !== 'editors') return undefined;
  if (editors.channel === undefined) {
    return 'The digest for editors tells what people asked, so it is posted in the editors’ channel alone, and there is none. Whoever runs Dateline can name one.';
  }
  if (channel !== editors.channel) {
    return 'The digest for editors tells what people asked, so it is posted and shown in the editors’ channel alone. Order it there.';
  }
  return mayDecide(editors, { user, channel })
    ? undefined
    : 'Only editors may have the digest for editors, and you are not among them: ask whoever runs Dateline to add you.';
}
