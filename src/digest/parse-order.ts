import { type DigestOrder, orderSchema } from './order.ts';
export function parseOrder(value: unknown): DigestOrder {
  return orderSchema.parse(value);
}
