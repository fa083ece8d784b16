import { z } from 'zod';
import type { DeliverySettings } from './delivery/settings.ts';

const HOUR = 60 * 60_000;

/** The variables of what is posted on schedule, each in the form of those in config.ts. */
export const deliveryEnvironment = z.object({
  DATELINE_CATCH_UP_HOURS: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number of hours, 0 to 999: correct or remove it.')
    .transform(Number)
    .default(72)
    .meta({
      description: 'How many hours after its time a digest that was missed is still posted, marked as late.',
      byDefault: '72',
    }),
  DATELINE_UNKNOWN_POSTS: z
    .enum(['hold', 'send'], { error: 'must be hold or send: correct or remove it.' })
    .default('hold')
    .meta({
      description:
        'What to do with a digest that may have been posted or not, in a channel whose history Dateline may not read: hold it until somebody retries it, or send it again.',
      byDefault: 'hold',
    }),
});

/** The settings of deliveries of what the environment says. */
export function deliverySettings(env: z.infer<typeof deliveryEnvironment>): DeliverySettings {
  return { catchUpMs: env.DATELINE_CATCH_UP_HOURS * HOUR, unknownPosts: env.DATELINE_UNKNOWN_POSTS };
}
