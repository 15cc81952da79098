'use strict';

// What the page does beyond reading: waiting for a brief, editing under the checks, copying.
// Without it the page still shows everything; nothing here writes HTML from words of others.
(() => {
  const CHECK_DELAY = 350;
  const SCROLL_DELAY = 180;
  const MOST_FILE_BYTES = 1024 * 1024;

  document.documentElement.classList.add('scripted');

  let data = {words: {}, messages: {}};

  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

  function say(key, ...values) {
    let text = data.words[key] ?? key;
    values.forEach((value, i) => {
      text = text.replaceAll(`{${i}}`, value);
    });
    return text;
  }

  function count(key, number) {
    const one = number === 1 || (number === 0 && data.language === 'fr');
    return say(`${key}.${one ? 'one' : 'other'}`, number);
  }

  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (value !== null && value !== undefined) {
        made.setAttribute(key, value);
      }
    }
    made.append(...children);
    return made;
  }

  // The form: a file, the wait, the answer.

  function setUpForm(form) {
    const text = $('textarea', form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      send(form, event.submitter);
    });
    $('input[type=file]', form).addEventListener('change', (event) => {
      read(event.target.files[0], text);
      event.target.value = '';
    });
  }

  async function read(file, text) {
    if (!file) {
      return;
    }
    $('.error-box')?.remove();
    if (file.size > MOST_FILE_BYTES) {
      refuse(say('error.large'), say('error.file.next'));
      return;
    }
    const words = decoded(new Uint8Array(await file.arrayBuffer()));
    if (words === null) {
      refuse(say('error.file'), say('error.file.next'));
      return;
    }
    text.value = words;
    text.focus();
  }

  // As files of newsrooms are: UTF-8, UTF-16 with its mark, else Windows-1252; null if no text.
  function decoded(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) {
      return new TextDecoder('utf-16le').decode(bytes);
    }
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
      return new TextDecoder('utf-16be').decode(bytes);
    }
    if (bytes.includes(0)) {
      return null;
    }
    try {
      return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    } catch {
      const control = bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32));
      return control ? null : new TextDecoder('windows-1252').decode(bytes);
    }
  }

  function refuse(title, next) {
    $('.error-box')?.remove();
    const box = element(
      'div',
      {class: 'error-box', role: 'alert'},
      element('h2', {}, title),
      element('p', {}, next),
    );
    $('.article-form').before(box);
  }

  async function send(form, submitter) {
    const fields = new URLSearchParams(new FormData(form, submitter));
    const stop = new AbortController();
    const wait = waiting(form, stop);
    $('.error-box')?.remove();
    try {
      const options = {method: 'POST', body: fields, signal: stop.signal};
      let response = await fetch(form.getAttribute('action'), options);
      while (response.status === 202) {
        wait.say(say('wait.other'));
        const seconds = Number(response.headers.get('Retry-After')) || 2;
        const location = response.headers.get('Location') ?? new URL(response.url).pathname;
        await pause(seconds * 1000, stop.signal);
        response = await fetch(`${location}?lang=${data.language}`, {signal: stop.signal});
      }
      const type = response.headers.get('Content-Type') ?? '';
      if (!type.startsWith('text/html')) {
        throw new TypeError('no page');
      }
      const html = await response.text();
      wait.end();
      show(html, response.ok ? response.headers.get('Content-Location') : null);
    } catch (fault) {
      wait.end();
      if (fault.name !== 'AbortError') {
        refuse(say('error.network'), say('error.network.next'));
      }
    }
  }

  function pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    });
  }

  function waiting(form, stop) {
    const start = performance.now();
    const model = data.model;
    const what = element('p', {role: 'status'}, model ? say('wait.model', model) : say('wait.reading'));
    const clock = element('span', {}, say('wait.seconds', 0));
    const cancel = element('button', {type: 'button', class: 'cancel'}, say('wait.cancel'));
    const box = element(
      'div',
      {class: 'wait'},
      what,
      element('progress', {'aria-label': say('wait.title')}),
      element('div', {class: 'row'}, clock, cancel),
    );
    cancel.addEventListener('click', () => stop.abort());
    const timer = setInterval(() => {
      clock.textContent = say('wait.seconds', Math.floor((performance.now() - start) / 1000));
    }, 250);
    form.hidden = true;
    form.before(box);
    cancel.focus();
    return {
      say: (words) => {
        what.textContent = words;
      },
      end: () => {
        clearInterval(timer);
        box.remove();
        form.hidden = false;
        $('textarea', form).focus();
      },
    };
  }

  // The answer is the page that a browser without script would be shown.
  function show(html, path) {
    const answer = new DOMParser().parseFromString(html, 'text/html');
    document.title = answer.title;
    $('.tongues').replaceWith($('.tongues', answer));
    $('main').replaceWith($('main', answer));
    if (path) {
      history.pushState(null, '', `${path}?lang=${answer.documentElement.lang}`);
    }
    scrollTo(0, 0);
    setUp();
    $('main').focus();
  }

  // The brief: passages in sight, pairs of marks.

  function setUpBrief(brief) {
    const article = $('.article', brief);
    let timer = 0;
    const reveal = (event) => {
      clearTimeout(timer);
      const item = event.target.closest('.item');
      if (item && article.scrollHeight > article.clientHeight) {
        timer = setTimeout(() => scrollToPassage(item, article), SCROLL_DELAY);
      }
    };
    brief.addEventListener('pointerover', reveal);
    brief.addEventListener('focusin', reveal);
    for (const type of ['pointerover', 'pointerout']) {
      brief.addEventListener(type, (event) => {
        const mark = event.target.closest('mark[data-pairs]');
        if (mark) {
          pair(mark, type === 'pointerover');
        }
      });
    }
    setUpEditing(brief);
    $$('[data-copy]', brief).forEach((button) => {
      button.addEventListener('click', () => copy(brief, button));
    });
  }

  function scrollToPassage(item, article) {
    const number = [...item.classList].find((name) => /^i\d+$/.test(name)).slice(1);
    const passage = $(`.by${number}`, article);
    if (!passage) {
      return;
    }
    const pane = article.getBoundingClientRect();
    const place = passage.getBoundingClientRect();
    if (place.top < pane.top || place.bottom > Math.min(pane.bottom, innerHeight)) {
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      article.scrollTo({
        top: article.scrollTop + place.top - pane.top - pane.height / 4,
        behavior: calm ? 'auto' : 'smooth',
      });
    }
  }

  function pair(mark, on) {
    $$('mark.paired').forEach((one) => one.classList.remove('paired'));
    if (on) {
      for (const id of mark.dataset.pairs.split(' ')) {
        $$(`mark[data-pairs~="${id}"]`).forEach((one) => one.classList.add('paired'));
      }
    }
  }

  // Editing: each sentence in place, checked while it is typed.

  function setUpEditing(brief) {
    const editing = {brief, timer: 0, running: null, words: $$('.texts .words', brief)};
    for (const words of editing.words) {
      const item = words.closest('.item');
      words.original = words.textContent;
      const language = say(words.lang === 'fr' ? 'finding.french' : 'finding.english');
      words.contentEditable = 'plaintext-only';
      if (words.contentEditable !== 'plaintext-only') {
        words.contentEditable = 'true';
        words.addEventListener('paste', pastePlain);
      }
      words.spellcheck = true;
      words.setAttribute('role', 'textbox');
      words.setAttribute('aria-multiline', 'true');
      words.setAttribute('aria-label', `${item.getAttribute('aria-label')}, ${language}`);
      words.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
        }
      });
      words.addEventListener('input', () => edited(words, editing));
    }
  }

  function pastePlain(event) {
    event.preventDefault();
    const words = event.clipboardData.getData('text/plain').replace(/\s*[\r\n]+\s*/g, ' ');
    document.execCommand('insertText', false, words);
  }

  function edited(words, editing) {
    const changed = words.textContent !== words.original;
    words.classList.toggle('edited', changed);
    const item = words.closest('.item');
    const under = $('.under', item);
    const restore = $('.restore', under);
    if (changed && !restore) {
      const button = element('button', {type: 'button', class: 'restore'}, say('edit.restore'));
      button.addEventListener('click', () => {
        $$('.words', item).forEach((one) => {
          one.textContent = one.original;
          edited(one, editing);
        });
        $('.words', item).focus();
      });
      under.append(button, element('span', {class: 'state'}));
    } else if (restore && !$('.edited', item)) {
      $('.state', under).remove();
      restore.remove();
    }
    disclose(editing.brief);
    clearTimeout(editing.timer);
    live(editing.brief, say('edit.checking'), 'checking');
    editing.timer = setTimeout(() => check(editing), CHECK_DELAY);
  }

  // Once a person has edited it, the disclosure says so, for people and for machines.
  function disclose(brief) {
    const disclosure = $('.disclosure', brief);
    if (!disclosure.dataset.edited) {
      return;
    }
    disclosure.dataset.written ??= disclosure.textContent;
    const touched = $('.words.edited', brief) !== null;
    disclosure.textContent = touched ? disclosure.dataset.edited : disclosure.dataset.written;
    const script = $('script[type="application/ld+json"]', brief);
    script.made ??= script.textContent;
    script.textContent = touched ? script.made.replaceAll(/(?<=[/])[tT]rainedAlgorithmicMedia/g, composite) : script.made;
  }

  // IPTC's term, and schema.org's name for it, of what a model wrote and a person edited.
  function composite(term) {
    return `${term[0] === 't' ? 'c' : 'C'}ompositeWithTrainedAlgorithmicMedia`;
  }

  function draft(editing) {
    const written = structuredClone(data.draft);
    for (const words of editing.words) {
      const [, place, ...rest] = words.dataset.path.split('/');
      const item = rest.length === 2 ? written[place][rest[0]] : written[place];
      item[words.lang] = words.textContent.trim();
    }
    return written;
  }

  async function check(editing) {
    editing.running?.abort();
    const running = new AbortController();
    editing.running = running;
    if (editing.words.some((words) => words.textContent.trim() === '')) {
      live(editing.brief, say('edit.empty'), 'error');
      return;
    }
    try {
      const response = await fetch('/v1/checks', {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({article: given(data.article), brief: draft(editing)}),
        signal: running.signal,
      });
      const answer = await response.json();
      if (!response.ok) {
        throw new TypeError('no check');
      }
      if (answer.article.sha256 !== data.sha256) {
        live(editing.brief, say('edit.unfit'), 'warning');
        return;
      }
      tell(editing.brief, answer.findings);
    } catch (fault) {
      if (fault.name !== 'AbortError') {
        live(editing.brief, say('edit.failed'), 'error');
      }
    }
  }

  function given(article) {
    return Object.fromEntries(Object.entries(article).filter(([, value]) => value !== null));
  }

  // What was proven is no longer what stands here: the banner says what the checks say of it now.
  function live(brief, words, state) {
    const banner = $('.banner', brief);
    const verdict = $('.verdict', banner);
    const touched = $('.words.edited', brief) !== null;
    verdict.made ??= verdict.textContent;
    verdict.textContent = touched ? say('status.edited') : verdict.made;
    banner.className = `banner ${touched ? state : brief.dataset.status}`;
    $('.as-made', banner).hidden = touched;
    const line = $('.live', banner);
    line.className = `live ${state}`;
    line.textContent = words;
    // The banner may be out of sight of who types.
    for (const near of $$('.state', brief)) {
      near.className = `state ${state}`;
      near.textContent = words;
    }
  }

  function copied(brief, key, state) {
    const line = $('.copied', brief);
    line.className = `copied ${state}`;
    line.textContent = say(key);
  }

  function tell(brief, findings) {
    const errors = findings.filter((finding) => finding.severity === 'error').length;
    const warnings = findings.length - errors;
    const counts = [];
    if (errors) {
      counts.push(count('count.errors', errors));
    }
    if (warnings) {
      counts.push(count('count.warnings', warnings));
    }
    const state = errors ? 'error' : warnings ? 'warning' : 'clean';
    const words = counts.length ? say('edit.found', counts.join(', ')) : say('edit.clean');
    live(brief, words, state);
    brief.dataset.errors = errors;
    // What was underlined when the page was made may be mended by now.
    $$('mark.found', brief).forEach((mark) => mark.classList.remove('found', 'error', 'warning'));
    const places = new Map($$('[data-findings]', brief).map((place) => [place.dataset.findings, []]));
    for (const finding of findings) {
      let path = finding.path;
      while (path && !places.has(path)) {
        path = path.slice(0, path.lastIndexOf('/'));
      }
      places.get(path)?.push(finding);
    }
    for (const place of $$('[data-findings]', brief)) {
      const own = places.get(place.dataset.findings);
      place.replaceChildren(...(own.length ? [list(own)] : []));
    }
    underline(brief, findings);
  }

  function list(findings) {
    return element(
      'ul',
      {class: 'findings', lang: data.language, 'aria-label': say('findings.of')},
      ...findings.map(line),
    );
  }

  function line(finding) {
    const check = data.words[`check.${finding.check}`] ?? finding.check;
    const made = element(
      'li',
      {class: finding.severity},
      element('strong', {}, `${say(`severity.${finding.severity}`)} · ${check}`),
      ` ${data.messages[finding.message] ?? finding.message} `,
    );
    const parity = finding.check === 'parity';
    const passage = /^sentence (\d{1,6})$/.exec(finding.expected ?? '');
    if (finding.found) {
      made.append(compared(parity ? 'finding.english' : 'finding.found', finding.found));
    }
    if (passage) {
      const name = say('finding.sentence', passage[1]);
      made.append(element('a', {href: `#s${passage[1]}`}, name));
    } else if (finding.expected) {
      made.append(compared(parity ? 'finding.french' : 'finding.expected', finding.expected));
    }
    return made;
  }

  function compared(key, words) {
    return element('span', {class: 'compared'}, `${say(key)} `, element('q', {}, words));
  }

  // Wavy lines under words that are being typed: painted, so that neither caret nor undo is lost.
  function underline(brief, findings) {
    if (!CSS.highlights) {
      return;
    }
    const ranges = {error: [], warning: []};
    for (const words of $$('.words', brief)) {
      const path = words.dataset.path ?? words.closest('[data-findings]')?.dataset.findings;
      const item = path?.slice(0, path.lastIndexOf('/'));
      for (const finding of findings) {
        const own = finding.path === path;
        const both = finding.path === item;
        if (own || both) {
          for (const text of [finding.found, both ? finding.expected : null]) {
            const range = text ? rangeOf(words, text) : null;
            if (range) {
              ranges[finding.severity].push(range);
            }
          }
        }
      }
    }
    CSS.highlights.set('errors', new Highlight(...ranges.error));
    CSS.highlights.set('warnings', new Highlight(...ranges.warning));
  }

  function rangeOf(words, text) {
    const all = words.textContent;
    let at = all.indexOf(text);
    const edge = (i) => !/[\p{L}\p{N}]{2}/u.test(all.slice(i - 1, i + 1));
    for (let i = at; i >= 0; i = all.indexOf(text, i + 1)) {
      if (edge(i) && edge(i + text.length)) {
        at = i;
        break;
      }
    }
    if (at < 0) {
      return null;
    }
    const range = new Range();
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const end = passed + node.length;
      if (at >= passed && at < end) {
        range.setStart(node, at - passed);
      }
      if (at + text.length <= end) {
        range.setEnd(node, at + text.length - passed);
        return range;
      }
      passed = end;
    }
    return null;
  }

  // Copying: the words as they stand; JSON and ninjs as the brief was made.

  async function copy(brief, button) {
    const what = button.dataset.copy;
    const accept = button.dataset.accept;
    let text;
    if (accept) {
      const answer = await fetched(brief.dataset.brief, accept);
      if (answer.fault) {
        copied(brief, answer.fault, 'error');
        return;
      }
      text = answer.text;
    } else {
      const languages = what === 'both' ? ['fr', 'en'] : [what];
      text = languages.map((language) => plain(brief, language)).join('\n\n');
    }
    if (!(await toClipboard(text))) {
      copied(brief, 'copy.failed', 'error');
      return;
    }
    const touched = $('.words.edited', brief) !== null;
    if (accept && touched) {
      copied(brief, 'copy.done.original', 'warning');
    } else if (!accept && Number(brief.dataset.errors) > 0) {
      copied(brief, 'copy.done.errors', 'error');
    } else {
      copied(brief, 'copy.done', 'clean');
    }
  }

  async function fetched(id, accept) {
    try {
      const response = await fetch(`/v1/briefs/${id}`, {headers: {Accept: accept}});
      if (response.status === 200) {
        return {text: await response.text()};
      }
      return {fault: response.status === 406 ? 'copy.unknown' : 'copy.gone'};
    } catch {
      return {fault: 'error.network'};
    }
  }

  function plain(brief, language) {
    const [headline, ...sentences] = $$(`.texts .words[lang=${language}]`, brief).map((words) =>
      words.textContent.trim(),
    );
    return `${headline}\n\n${sentences.join('\n\n')}`;
  }

  async function toClipboard(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Over plain HTTP from another machine there is no clipboard but this one.
      const area = element('textarea', {class: 'unseen'});
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      return done;
    }
  }

  // A file may be dropped anywhere on the first page.

  function dropTarget(event) {
    const start = $('.start');
    return start && $('.article-form', start) && event.dataTransfer?.types.includes('Files') ? start : null;
  }

  document.addEventListener('dragover', (event) => {
    const start = dropTarget(event);
    if (start) {
      event.preventDefault();
      start.classList.add('dropping');
    }
  });
  document.addEventListener('dragleave', () => $('.start')?.classList.remove('dropping'));
  document.addEventListener('drop', (event) => {
    const start = dropTarget(event);
    if (start) {
      event.preventDefault();
      start.classList.remove('dropping');
      read(event.dataTransfer.files[0], $('textarea', start));
    }
  });

  addEventListener('popstate', () => location.reload());

  function setUp() {
    const block = $('#data');
    if (block) {
      data = JSON.parse(block.textContent);
    }
    const form = $('.article-form');
    if (form) {
      setUpForm(form);
    }
    const brief = $('.brief');
    if (brief) {
      setUpBrief(brief);
    }
  }

  setUp();
})();
