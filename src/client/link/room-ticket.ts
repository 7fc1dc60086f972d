/** This window's ticket. It outlives a reload and not the window, so that two windows of one browser can be two devices. */
export interface TicketKeeper {
  get(): string | null;
  put(token: string): void;
  forget(): void;
}

const NAME = 'say-do-ticket';

/** Some browsers refuse storage outright; then a ticket lasts as long as the page. */
export function windowTicket(): TicketKeeper {
  let held: string | null = null;
  const attempt = (act: () => void): void => {
    try {
      act();
    } catch {
      // It lasts as long as the page.
    }
  };
  attempt(() => {
    held = sessionStorage.getItem(NAME);
  });
  return {
    get: () => held,
    put: (token) => {
      held = token;
      attempt(() => sessionStorage.setItem(NAME, token));
    },
    forget: () => {
      held = null;
      attempt(() => sessionStorage.removeItem(NAME));
    },
  };
}
