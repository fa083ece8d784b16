import { Command } from 'commander';
import type { CommandMaker } from './console.ts';

interface Options {
  json?: true;
  online?: true;
  manifest?: string;
}

/** `dateline doctor`: looks at everything that Dateline needs, and tells what is to be mended. */
export const doctorCommand: CommandMaker = ({ console, setStatus }) =>
  new Command('doctor')
    .description('Check the settings, tokens, scopes, store, record, clock and manifest; says what to mend.')
    .option('--json', 'print the findings as one line of JSON')
    .option('--online', 'also have Slack validate the message of an answer; nothing is posted')
    .option('--manifest <file>', 'the manifest of the app, where it is not the one of the project')
    .action(async (options: Options) => {
      const { diagnose } = await import('../doctor/diagnose.ts');
      const { isWell, reportJson, reportText } = await import('../doctor/report.ts');
      const findings = await diagnose({
        environment: process.env,
        clock: () => new Date(),
        online: options.online ?? false,
        ...(options.manifest === undefined ? {} : { manifest: options.manifest }),
      });
      console.out(options.json ? reportJson(findings) : reportText(findings));
      setStatus(isWell(findings) ? 0 : 1);
    });
