import { type ChannelKey, nameOfChannel } from '../store/channel-settings.ts';

/**
 * Puts what is for channels in turns: the first of each channel, then the second of each, and so on. A channel takes one
 * message a second, so none should wait for its first while another has its tenth.
 */
export function inTurns<T extends ChannelKey>(items: readonly T[]): T[] {
  const turns: T[][] = [];
  for (const own of Map.groupBy(items, nameOfChannel).values()) {
    for (const [turn, item] of own.entries()) {
      turns[turn] ??= [];
      turns[turn].push(item);
    }
  }
  return turns.flat();
}
