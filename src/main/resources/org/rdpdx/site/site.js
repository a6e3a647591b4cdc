// What a page can do beside being read: copy, search, print in full. Without it everything is still there to read.
'use strict';

for (const button of document.querySelectorAll('.copy')) {
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const lines = Array.from(button.parentElement.querySelectorAll('.lines > code'), line => line.textContent);
    const done = await copied(lines.join('\n'));
    button.textContent = done ? button.dataset.done : button.dataset.failed;
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (refused) {
    // a page from a folder may not be allowed to, and can still ask the browser to copy what is selected
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.style.position = 'fixed';
    area.style.opacity = '0';
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (before) before.focus();
    return done;
  }
}

const opened = [];
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) {
    details.open = true;
    opened.push(details);
  }
});
addEventListener('afterprint', () => { for (const details of opened.splice(0)) details.open = false; });

const form = document.getElementById('search');
if (form) {
  const sought = document.getElementById('sought');
  const found = document.getElementById('found');
  const nothing = document.getElementById('nothing');
  const line = document.querySelector('.line');
  const plain = text => text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s+/g, ' ');
  const entries = Array.from(document.querySelectorAll('.diagnoses > li'), item => {
    const terms = item.dataset.terms ? item.dataset.terms.split('\n') : [];
    const shown = plain(item.textContent);
    return { item, shown, terms, all: shown + '\n' + plain(item.dataset.terms || ''), matches: item.querySelector('.matches') };
  });
  const areas = Array.from(document.querySelectorAll('.area'));

  // a code is the same however it is written: 0x904, 0X00000904, 2308
  const code = word => /^0x[0-9a-f]{1,8}$/.test(word) ? '0x' + (word.slice(2).replace(/^0+/, '') || '0') : word;

  // a number is meant as a whole: 105 is not event 1058
  const holds = (text, word) => /^(0x[0-9a-f]+|\d+)$/.test(word)
    ? new RegExp('(^|[^0-9a-z])' + word + '($|[^0-9a-z])').test(text)
    : text.includes(word);

  const search = () => {
    const words = plain(sought.value).replace(/["]/g, ' ').split(' ').filter(word => word).map(code);
    let some = 0;
    for (const entry of entries) {
      const fits = words.every(word => holds(entry.all, word));
      entry.item.hidden = !fits;
      if (fits) some++;
      const hidden = fits ? entry.terms.filter(term => words.some(word => !holds(entry.shown, word) && holds(plain(term), word))) : [];
      entry.matches.textContent = hidden.slice(0, 3).join('; ');
      entry.matches.hidden = hidden.length === 0;
    }
    for (const area of areas) {
      area.hidden = words.length > 0 && !area.querySelector('.diagnoses > li:not([hidden])');
    }
    const searching = words.length > 0;
    line.hidden = searching;
    nothing.hidden = !searching || some > 0;
    found.textContent = !searching ? '' : some === 0 ? found.dataset.none : found.dataset.some.replace('#', some);
    history.replaceState(null, '', searching ? '#q=' + encodeURIComponent(sought.value) : location.pathname + location.search);
  };

  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    const links = document.querySelectorAll('.diagnoses > li:not([hidden]) h3 a');
    if (sought.value && links.length > 0) links[0].focus();
  });
  sought.addEventListener('input', search);
  sought.addEventListener('keydown', event => {
    if (event.key === 'Escape' && sought.value) {
      event.preventDefault();
      sought.value = '';
      search();
    }
  });
  addEventListener('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && document.activeElement !== sought) {
      event.preventDefault();
      sought.focus();
    }
  });
  if (location.hash.startsWith('#q=')) {
    try {
      sought.value = decodeURIComponent(location.hash.slice(3));
    } catch (broken) {
      sought.value = '';
    }
    search();
  }
}
