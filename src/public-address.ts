/** Whether it is an https address without a path. */
export function isPublicAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash, username } = new URL(value);
  return protocol === 'https:' && pathname === '/' && search === '' && hash === '' && username === '';
}
