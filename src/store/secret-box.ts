import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** A key as the operator writes it: 32 bytes in base64. */
export const KEY_SHAPE = /^[A-Za-z0-9+/]{43}=$/;

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
/** Of the bytes that NIST SP 800-38D recommends for a nonce. */
const NONCE_BYTES = 12;

/** Thrown when no key that is set is the one that something was encrypted with; `keyId` tells which it was. */
export class UnknownKeyError extends Error {
  override readonly name = 'UnknownKeyError';
  readonly keyId: string;

  constructor(keyId: string) {
    super(`No key has the fingerprint ${keyId}.`);
    this.keyId = keyId;
  }
}

/** Thrown when what was encrypted is not what was encrypted any more, or belongs elsewhere. */
export class DamagedSecretError extends Error {
  override readonly name = 'DamagedSecretError';
}

interface Key {
  id: string;
  bytes: Buffer;
}

/**
 * Encrypts texts with AES-256-GCM, so that they can lie in a database. What comes out names the key by a fingerprint, so
 * that a key that is missing is told from a text that is damaged.
 */
export class SecretBox {
  readonly #keys: readonly [Key, ...Key[]];

  /** @param keys at least one, each of 32 bytes in base64; the first encrypts, all decrypt */
  constructor(keys: readonly [string, ...string[]]) {
    this.#keys = keys.map(readKey) as [Key, ...Key[]];
  }

  /**
   * Encrypts a text.
   * @param context what the text belongs to; it can be decrypted for that only
   */
  seal(text: string, context: string): string {
    const [{ id, bytes }] = this.#keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, bytes, nonce).setAAD(Buffer.from(context));
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [VERSION, id, ...[nonce, cipher.getAuthTag(), encrypted].map((part) => part.toString('base64url'))].join(
      '.',
    );
  }

  /**
   * Decrypts what `seal` gave.
   * @throws UnknownKeyError or DamagedSecretError
   */
  open(sealed: string, context: string): string {
    const [version, id, ...parts] = sealed.split('.');
    const [nonce, tag, encrypted] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (version !== VERSION || id === undefined || !nonce || !tag || !encrypted) {
      throw new DamagedSecretError('This was not encrypted by Dateline.');
    }
    const key = this.#keys.find((candidate) => candidate.id === id);
    if (!key) throw new UnknownKeyError(id);
    try {
      const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: 16 })
        .setAAD(Buffer.from(context))
        .setAuthTag(tag);
      return decipher.update(encrypted, undefined, 'utf8') + decipher.final('utf8');
    } catch (cause) {
      throw new DamagedSecretError('What was encrypted was changed, or belongs to something else.', { cause });
    }
  }

  /** Whether something was encrypted with the first key. */
  isNewest(sealed: string): boolean {
    return sealed.startsWith(`${VERSION}.${this.#keys[0].id}.`);
  }
}

/** The fingerprint tells keys apart and gives nothing of them away: they are random, too many to be tried. */
function readKey(key: string): Key {
  const bytes = Buffer.from(key, 'base64');
  if (!KEY_SHAPE.test(key) || bytes.length !== 32) throw new TypeError('A key must be 32 bytes in base64.');
  return { id: createHash('sha256').update('dateline key').update(bytes).digest('hex').slice(0, 12), bytes };
}
