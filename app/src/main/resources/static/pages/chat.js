'use strict';

// The conversation. Every message gets its id here once and keeps it through every retry and reload,
// so however often it is sent it counts once. Messages leave one after the other, in order.
(() => {
  const chat = document.getElementById('chat');
  const words = chat.dataset;
  const lang = document.documentElement.lang;
  const [network, log, bubbles, scale, choices, again, form, input] =
    ['network', 'log', 'bubbles', 'scale', 'choices', 'again', 'composer', 'words'].map((id) => document.getElementById(id));
  const RETRY_AFTER_MS = [1000, 2000, 4000, 8000];
  const shelf = 'entendu' + words.path;
  const hasKeyboard = matchMedia('(hover: hover) and (pointer: fine)').matches;

  // --- what is shown ---

  const drawn = new Map([...bubbles.children].map((item) => [item.dataset.id, item]));
  let lastId = words.after || '';
  let lastDay = '';

  function dress(item) {
    const time = item.querySelector('time');
    const at = new Date(time.dateTime);
    time.textContent = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' }).format(at);
    const day = dayOf(at);
    if (day !== lastDay) {
      const line = document.createElement('li');
      line.className = 'day';
      line.textContent = day;
      item.before(line);
      lastDay = day;
    }
  }

  function dayOf(at) {
    const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
    const ago = Math.round((midnight(new Date()) - midnight(at)) / 86_400_000);
    if (ago === 0) return words.today;
    if (ago === 1) return words.yesterday;
    return new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
  }

  function draw({ id, ours, text, at }) {
    const item = document.getElementById(ours ? 'bubble-ours' : 'bubble-mine').content.firstElementChild.cloneNode(true);
    item.dataset.id = id;
    item.querySelector('.words').textContent = text;
    item.querySelector('time').dateTime = at;
    bubbles.append(item);
    dress(item);
    drawn.set(id, item);
    log.scrollTop = log.scrollHeight;
    return item;
  }

  function offer(bubble, over) {
    const keys = (list) => list.map(({ label, payload }) => {
      const key = document.createElement('button');
      key.type = 'button';
      key.textContent = label;
      key.dataset.payload = payload;
      key.dataset.prompt = bubble.id;
      return key;
    });
    scale.dataset.count = bubble.scale.length;
    scale.replaceChildren(...keys(bubble.scale));
    choices.replaceChildren(...keys(bubble.choices));
    if (again) again.hidden = !over;
    log.scrollTop = log.scrollHeight;
  }

  function told({ bubble, over }) {
    lastId = bubble.id;
    if (!drawn.has(bubble.id)) draw(bubble);
    offer(bubble, over);
  }

  function say(item, state, why, retry) {
    const place = item.querySelector('.state');
    item.classList.toggle('unsent', state === 'failed' || state === 'waiting');
    place.textContent = state ? (why || words[state]) : '';
    if (retry) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = words.retry;
      button.addEventListener('click', () => { toInput(); work(); });
      place.append(' ', button);
    }
  }

  const toInput = () => (hasKeyboard ? input : log).focus({ preventScroll: true });

  // --- what is sent ---

  const queue = JSON.parse(sessionStorage.getItem(shelf) || '[]');
  let busy = false;

  const keep = () => sessionStorage.setItem(shelf, JSON.stringify(queue.filter((m) => m.to === 'messages')));
  const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  function enqueue(to, body, text) {
    queue.push({ to, body, text, at: new Date().toISOString() });
    keep();
    if (text) {
      show(queue.at(-1));
      offer({ scale: [], choices: [] }, false);
    }
    work();
  }

  function show({ body, text, at }) {
    const id = 'me-' + body.id;
    say(drawn.get(id) || draw({ id, ours: false, text, at }), 'sending');
  }

  async function post({ to, body }) {
    const query = new URLSearchParams();
    if (words.lang) query.set('lang', words.lang);
    if (words.invitation) query.set('invitation', words.invitation);
    const answer = await fetch(`${words.path}/${to}?${query}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
    if (answer.ok) return { done: true };
    const problem = await answer.json().catch(() => ({}));
    return { again: answer.status === 429 || answer.status >= 500, why: problem.detail };
  }

  async function work() {
    if (busy) return;
    busy = true;
    let tries = 0;
    while (queue.length) {
      const message = queue[0];
      const item = message.text && drawn.get('me-' + message.body.id);
      if (item) say(item, 'sending');
      const result = await post(message).catch(() => ({ again: true, cut: true }));
      if (result.done || !result.again) {
        queue.shift();
        keep();
        tries = 0;
        if (item) say(item, result.done ? '' : 'failed', result.why);
        else if (!result.done) network.textContent = result.why || words.lost;
      } else if (tries < RETRY_AFTER_MS.length && navigator.onLine) {
        await pause(RETRY_AFTER_MS[tries++]);
      } else {
        if (item) say(item, result.cut ? 'waiting' : 'failed', result.why, true);
        break;
      }
    }
    busy = false;
  }

  // --- what is heard ---

  let source;

  function listen() {
    if (source) source.close();
    source = new EventSource(`${words.path}/events?after=${encodeURIComponent(lastId)}`);
    source.addEventListener('bubble', (event) => told(JSON.parse(event.data)));
    source.addEventListener('open', () => { network.textContent = ''; work(); });
    source.addEventListener('error', () => {
      network.textContent = navigator.onLine ? words.lost : words.offline;
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    });
  }

  // A browser allows few connections to one place: a tab nobody looks at gives its own back.
  document.addEventListener('visibilitychange', () => (document.hidden ? source.close() : listen()));
  window.addEventListener('offline', () => { network.textContent = words.offline; });
  window.addEventListener('online', listen);

  // --- what the visitor does ---

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    enqueue('messages', { id: newId(), text }, text);
    toInput();
  });

  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  document.getElementById('replies').addEventListener('click', ({ target }) => {
    if (target.dataset.payload) {
      const { payload, prompt } = target.dataset;
      enqueue('messages', { id: newId(), payload, label: target.textContent, prompt }, target.textContent);
      toInput();
    } else if (target === again) {
      again.hidden = true;
      enqueue('start', { id: newId() });
      toInput();
    }
  });

  // Typing begins a message wherever the focus is.
  document.addEventListener('keydown', (event) => {
    if (hasKeyboard && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) input.focus();
  });

  [...drawn.values()].forEach(dress);
  queue.forEach(show);
  log.scrollTop = log.scrollHeight;
  if (hasKeyboard) input.focus();
  if (words.start === 'true') queue.unshift({ to: 'start', body: {} });
  listen();
  work();
})();
