import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DamagedSecretError, SecretBox, UnknownKeyError } from '../../src/store/secret-box.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const box = new SecretBox([key(1)]);

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
      expect(box.open(box.seal(text, context), context)).toBe(text);
    }),
  );
});

test('the same text is never encrypted alike', () => {
  expect(new Set(Array.from({ length: 100 }, () => box.seal('text', 'context'))).size).toBe(100);
});

test('any letter that is changed is noticed', () => {
  const sealed = box.seal('the token', 'context');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '7', '_', '.'), (at, letter) => {
      const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
      // The last letter of a part may carry bits that stand for nothing.
      const same = changed.split('.').every((part, index) => {
        const before = sealed.split('.')[index];
        return before !== undefined && Buffer.from(part, 'base64url').equals(Buffer.from(before, 'base64url'));
      });
      fc.pre(!same);
      expect(() => box.open(changed, 'context')).toThrow(/No key has|was changed|not encrypted by Dateline/);
    }),
  );
});

test('what was encrypted for one thing is not decrypted for another', () => {
  expect(() => box.open(box.seal('text', 'team T1'), 'team T2')).toThrow(DamagedSecretError);
});

test('a shortened tag is refused', () => {
  const [version, id, nonce, tag, text] = box.seal('text', 'context').split('.') as [string, ...string[]];
  const short = [version, id, nonce, tag!.slice(0, 6), text].join('.');
  expect(() => box.open(short, 'context')).toThrow(DamagedSecretError);
});

test('another key is told from damage', () => {
  const sealed = new SecretBox([key(2)]).seal('text', 'context');
  expect(() => box.open(sealed, 'context')).toThrow(UnknownKeyError);
  const both = new SecretBox([key(1), key(2)]);
  expect(both.open(sealed, 'context')).toBe('text');
  expect(both.isNewest(sealed)).toBe(false);
  expect(both.isNewest(both.seal('text', 'context'))).toBe(true);
});

test.each(['', 'short', Buffer.alloc(31).toString('base64'), `${key(1)}=`, 'A'.repeat(44)])('%j is no key', (wrong) => {
  expect(() => new SecretBox([wrong])).toThrow(TypeError);
});
