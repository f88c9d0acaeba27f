'use strict';

// Keeps the board up to date: the server says that something has changed, and the board is fetched anew,
// soon for the first change and not more often than every two seconds however many there are.
(() => {
  const board = document.getElementById('board');
  const live = document.getElementById('live');
  const lang = document.documentElement.lang;
  const SOONEST_MS = 300;
  const APART_MS = 2000;
  let source;
  let planned;
  let last = 0;

  function localTimes() {
    const format = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
    for (const time of board.querySelectorAll('time')) time.textContent = format.format(new Date(time.dateTime));
  }

  function plan() {
    if (!planned) planned = setTimeout(refresh, Math.max(SOONEST_MS, last + APART_MS - Date.now()));
  }

  async function refresh() {
    last = Date.now();
    planned = undefined;
    const answer = await fetch(board.dataset.source).catch(() => undefined);
    if (answer && answer.redirected) location.reload(); // Signed out: the page itself asks for the password.
    if (answer && answer.ok && !answer.redirected) put(await answer.text());
  }

  function put(html) {
    const open = [...board.querySelectorAll('details[open]')].map((d) => d.id);
    const focused = board.contains(document.activeElement) ? path(document.activeElement) : undefined;
    board.innerHTML = html; // Our own server's, which has escaped what people wrote.
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    if (focused) board.querySelector(focused)?.focus({ preventScroll: true });
    localTimes();
  }

  // Where the focus was, well enough to find it again: an id, a link's target or a kind of element.
  function path(element) {
    if (element.id) return '#' + CSS.escape(element.id);
    const href = element.getAttribute('href');
    if (href) return `a[href="${CSS.escape(href)}"]`;
    return element.localName;
  }

  function listen() {
    source = new EventSource(board.dataset.events);
    source.addEventListener('change', plan);
    source.addEventListener('open', () => {
      live.textContent = live.dataset.live;
      live.classList.add('on');
      plan(); // What changed while nobody listened.
    });
    source.addEventListener('error', () => {
      live.textContent = live.dataset.lost;
      live.classList.remove('on');
      if (source.readyState === EventSource.CLOSED) setTimeout(() => { plan(); listen(); }, 5000);
    });
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? source.close() : listen()));
  localTimes();
  listen();
})();
