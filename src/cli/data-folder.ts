import { OWN_DATA } from '../prepared/home.ts';

/**
 * The folder of the record: the one that was typed, else the one that the environment names, else the project's own.
 * @param typed what `--data` gave
 */
export function dataFolder(typed: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  return typed ?? (environment.DATELINE_DATA?.trim() || OWN_DATA);
}
