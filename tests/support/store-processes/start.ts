// Opens the store as a start does, and says what it finds.
import { open, say, together } from './child.ts';

await together();
const { channelSettings, close } = await open();
const settings = await channelSettings.get({ team: 'T1', channel: 'C1' });
await close();
say(JSON.stringify(settings.timeline));
