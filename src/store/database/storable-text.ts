import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type ValueNode,
} from 'kysely';

const NUL = /\0/g;

/**
 * A text as both databases can hold it. PostgreSQL has no NUL in a text, and UTF-8 has no half of a surrogate pair: each
 * becomes U+FFFD, which marks that something stood there.
 */
export function storableText(text: string): string {
  return text.replace(NUL, '\uFFFD').toWellFormed();
}

/** Makes every text that goes to the database one that it can hold, so that no query can forget to. */
export class StorableText implements KyselyPlugin {
  readonly #transformer = new TextTransformer();

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    return this.#transformer.transformNode(node, queryId);
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result;
  }
}

class TextTransformer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: storable(node.value) };
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(storable) };
  }
}

function storable<Value>(value: Value): Value | string {
  return typeof value === 'string' ? storableText(value) : value;
}
