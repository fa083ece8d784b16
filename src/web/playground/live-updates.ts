import type { ServerResponse } from 'node:http';
import type { LocalSlack } from '../../local-slack/local-slack.ts';
import type { Greeting } from './protocol.ts';
import type { Traffic } from './traffic.ts';

/**
 * What open pages are told, as server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html): `greeting`
 * once, `screen` whenever what their person sees has changed, `traffic` for each line of the inspector.
 */
export class LiveUpdates {
  readonly #slack: LocalSlack;
  readonly #greeting: Greeting;
  readonly #traffic: Traffic;
  readonly #open = new Set<ServerResponse>();

  constructor(slack: LocalSlack, greeting: Greeting, traffic: Traffic) {
    this.#slack = slack;
    this.#greeting = greeting;
    this.#traffic = traffic;
  }

  /** Tells a page, from now until it goes away, what a person sees. */
  follow(user: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    const send = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    let shown = '';
    let planned = false;
    const show = () => {
      planned = false;
      const screen = JSON.stringify(this.#slack.people.screen(user));
      if (screen === shown || response.destroyed) return;
      shown = screen;
      response.write(`event: screen\ndata: ${screen}\n\n`);
    };
    send('greeting', this.#greeting);
    show();
    for (const line of this.#traffic.lines) send('traffic', line);
    const stopTraffic = this.#traffic.onLine((line) => send('traffic', line));
    // Several changes at once make one update.
    const stopChanges = this.#slack.onChange(() => {
      if (planned) return;
      planned = true;
      setImmediate(show);
    });
    this.#open.add(response);
    response.on('close', () => {
      stopTraffic();
      stopChanges();
      this.#open.delete(response);
    });
  }

  /** Ends what every page listens to. */
  close(): void {
    for (const response of this.#open) response.end();
  }
}
