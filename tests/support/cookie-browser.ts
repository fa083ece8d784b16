/** What a browser got. */
export interface Visit {
  status: number;
  url: string;
  body: string;
  headers: Headers;
  /** Where the browser is sent on; it goes there only when the test says so. */
  location: string;
}

/** A browser with cookies of its own. Public addresses lead to servers of this machine, as a proxy with a certificate would. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #servers: ReadonlyMap<string, string>;

  /** @param servers the address at which each public origin is served */
  constructor(servers: Readonly<Record<string, string>>) {
    this.#servers = new Map(Object.entries(servers));
  }

  async visit(url: string): Promise<Visit> {
    const { origin, pathname, search } = new URL(url);
    const cookies = [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`);
    const response = await fetch(`${this.#servers.get(origin) ?? origin}${pathname}${search}`, {
      headers: { cookie: cookies.join('; ') },
      redirect: 'manual',
    });
    this.#keep(origin, response.headers.getSetCookie());
    return {
      status: response.status,
      url,
      body: await response.text(),
      headers: response.headers,
      location: response.headers.get('location') ?? '',
    };
  }

  /** The cookies that it would send to an address. */
  cookiesOf(url: string): ReadonlyMap<string, string> {
    return this.#cookies.get(new URL(url).origin) ?? new Map();
  }

  #keep(origin: string, headers: readonly string[]): void {
    const kept = this.#cookies.get(origin) ?? new Map<string, string>();
    for (const header of headers) {
      const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
      const [name = '', value = ''] = pair.split('=');
      const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice('expires='.length);
      if (expires !== undefined && Date.parse(expires) < Date.now()) kept.delete(name);
      else kept.set(name, value);
    }
    this.#cookies.set(origin, kept);
  }
}

/** The addresses of the links of a page. */
export function linksOf(page: string): string[] {
  return [...page.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
  );
}
