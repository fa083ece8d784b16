import { daysBetween } from '../record/edtf.ts';
import type { Candidate } from './candidates.ts';

/** Days from which an event is a campaign: where one of its days fits as well, that day is meant. */
const CAMPAIGN_DAYS = 31;

/** Whether an event is a campaign rather than one of its days. */
export function isCampaign({ facts }: Candidate): boolean {
  return daysBetween(facts.event.when.first, facts.event.when.last) > CAMPAIGN_DAYS;
}
