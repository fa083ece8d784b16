import type { ViewOutput, webApi } from '@slack/bolt';
import type { Button, ImageElement, KnownBlock } from '@slack/types';
import { expectTypeOf, test } from 'vitest';
import type { Rules } from '../../src/local-slack/blocks/rule.ts';
import type { SURFACES_OF_BLOCKS } from '../../src/local-slack/blocks/surfaces.ts';
import type { View } from '../../src/local-slack/state/view.ts';
import type { Answer, ArgumentRules } from '../../src/local-slack/web-api/method.ts';
import type { BLOCKS } from '../support/sample-blocks.ts';

/** What `tsc` holds against Slack's own types; a change of the SDK shows here first. */

test('the blocks are those of the SDK', () => {
  expectTypeOf<keyof typeof SURFACES_OF_BLOCKS>().toEqualTypeOf<KnownBlock['type']>();
  expectTypeOf<keyof typeof BLOCKS>().toEqualTypeOf<KnownBlock['type']>();
});

test('a rule stands for each field of a type, required where the type requires it', () => {
  expectTypeOf<keyof Rules<Button>>().toEqualTypeOf<Exclude<keyof Button, 'type'>>();
  expectTypeOf<Rules<Button>['text']['required']>().toEqualTypeOf<true>();
  expectTypeOf<Rules<Button>['value']['required']>().toEqualTypeOf<boolean>();
  // Of a union, a field that some member lacks may be left out.
  expectTypeOf<keyof Rules<ImageElement>>().toEqualTypeOf<'alt_text' | 'image_url' | 'slack_file'>();
  expectTypeOf<Rules<ImageElement>['image_url']['required']>().toEqualTypeOf<boolean>();
});

test('the arguments of a method are those of the SDK', () => {
  expectTypeOf<keyof ArgumentRules<webApi.ViewsOpenArguments>>().toEqualTypeOf<
    'view' | 'trigger_id' | 'interactivity_pointer'
  >();
  expectTypeOf<keyof ArgumentRules<webApi.AuthTestArguments>>().toEqualTypeOf<never>();
});

test('an answer is part of the response of the SDK', () => {
  type Posted = Answer<webApi.ChatPostMessageResponse>;
  expectTypeOf<{ channel: string; ts: string }>().toExtend<Posted>();
  expectTypeOf<{ channel: number }>().not.toExtend<Posted>();
});

test('a view has the shape in which Bolt hands it to listeners', () => {
  expectTypeOf<Omit<View, 'state' | 'blocks'>>().toExtend<Omit<ViewOutput, 'state' | 'blocks'>>();
});
