import type { InputBlock, KnownBlock, ModalView, Option } from '@slack/types';
import type { Coverage } from '../../dateline.ts';
import { plain, section, smallPrint } from '../../render/parts.ts';
import type { ChannelSettings, ChannelSettingsChange } from '../../store/channel-settings.ts';

export const SETTINGS_VIEW = 'channel_settings';

/** Ids of the inputs: of the block, and of the element in it. */
export const INPUTS = { answers: 'answers', timeline: 'timeline', without_mention: 'without_mention' } as const;

const ALL_TIMELINES = '*';
/** What Slack takes: options of a menu, characters of an option's value and of its text. */
const LIMIT = { options: 100, value: 150, text: 75 };

interface Shown {
  channel: string;
  settings: ChannelSettings;
  coverage: readonly Coverage[];
  /** Whether who looks at it may let Dateline answer without a mention; otherwise, in words, who may. */
  mayAnswerWithoutMention: true | { who: string };
}

/** The form for the settings of a channel. */
export function settingsView({ channel, settings, coverage, mayAnswerWithoutMention }: Shown): ModalView {
  return {
    type: 'modal',
    callback_id: SETTINGS_VIEW,
    private_metadata: channel,
    title: plain('Dateline here', 24),
    submit: plain('Save', 24),
    close: plain('Cancel', 24),
    blocks: [
      section(`How Dateline answers in <#${channel}>.`),
      choice(
        INPUTS.answers,
        'Answers',
        [
          option('thread', 'In a thread, for all to see'),
          option('ephemeral', 'To the asker alone, until they share it'),
        ],
        settings.ephemeral ? 'ephemeral' : 'thread',
      ),
      ...withoutMention(settings, mayAnswerWithoutMention),
      ...timelines(settings, coverage),
      ...changed(settings),
    ],
  };
}

function withoutMention(
  { answerWithoutMention }: ChannelSettings,
  may: Shown['mayAnswerWithoutMention'],
): KnownBlock[] {
  const label = 'Questions that do not mention Dateline';
  if (may !== true) {
    return [smallPrint(`${label}: ${answerWithoutMention ? 'answered' : 'left alone'}. ${may.who} may change that.`)];
  }
  const options = [option('off', 'Leave them alone'), option('on', 'Answer those that the record answers for certain')];
  return [choice(INPUTS.without_mention, label, options, answerWithoutMention ? 'on' : 'off')];
}

function timelines({ timeline }: ChannelSettings, coverage: readonly Coverage[]): KnownBlock[] {
  if (coverage.length < 2) return [];
  const offered = coverage.filter(({ timeline: name }) => name.length <= LIMIT.value).slice(0, LIMIT.options - 1);
  const options = [option(ALL_TIMELINES, 'All of them'), ...offered.map((card) => option(card.timeline, card.title))];
  const chosen = options.find(({ value }) => value === timeline) ?? options[0]!;
  return [
    {
      type: 'input',
      block_id: INPUTS.timeline,
      label: plain('Timeline that is asked where a question names none', 2000),
      element: { type: 'static_select', action_id: INPUTS.timeline, options, initial_option: chosen },
    },
  ];
}

function changed({ changed: last }: ChannelSettings): KnownBlock[] {
  if (!last || !/^[UW][A-Z0-9]+$/.test(last.by)) return [];
  return [smallPrint(`Changed last by <@${last.by}>.`)];
}

function choice(id: string, label: string, options: Option[], chosen: string): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label, 2000),
    element: {
      type: 'radio_buttons',
      action_id: id,
      options,
      initial_option: options.find(({ value }) => value === chosen)!,
    },
  };
}

function option(value: string, text: string) {
  return { value, text: plain(text, LIMIT.text) };
}

/** What a form that was sent off changes; inputs that it did not have change nothing. */
export function readSettings(
  values: Record<string, Record<string, { selected_option?: { value: string } | null }>>,
  timelines: readonly string[],
): ChannelSettingsChange {
  const chosen = (id: string) => values[id]?.[id]?.selected_option?.value;
  const [answers, mention, timeline] = [
    chosen(INPUTS.answers),
    chosen(INPUTS.without_mention),
    chosen(INPUTS.timeline),
  ];
  const known = timeline === ALL_TIMELINES || timelines.includes(timeline ?? '');
  return {
    ...(answers === undefined ? {} : { ephemeral: answers === 'ephemeral' }),
    ...(mention === undefined ? {} : { answerWithoutMention: mention === 'on' }),
    ...(timeline === undefined || !known ? {} : { timeline: timeline === ALL_TIMELINES ? null : timeline }),
  };
}
