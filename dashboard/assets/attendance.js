// The sheet of one session's attendance. Everything happens here until it is saved: no answer of
// the server is waited for between two keys. Names are only ever set as text.

const MOST_DIGITS = 3;
const DIGITS_MS = 1200;

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".sheet");
  if (root.sheet === undefined || root.sheet.version !== data.version) {
    root.sheet = begin(data);
    build(root, data, setTriggerValue);
  }
  root.sheet.busy = false;
  tell(root, data);
  refresh(root, data);
}

function begin(data) {
  const entries = new Map();
  for (const one of data.people) entries.set(one.id, entryOf(one.mark, data));
  return { version: data.version, entries, digits: "", at: 0 };
}

function entryOf(mark, data) {
  if (!mark) return { code: null, minutes: null, late: null, note: "" };
  const isLate = mark.code === data.late && mark.minutes !== null && data.length !== null;
  return {
    code: mark.code, minutes: mark.minutes, late: isLate ? data.length - mark.minutes : null,
    note: mark.note ?? "",
  };
}

function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}

function build(root, data, setTriggerValue) {
  root.replaceChildren();
  const top = element("div", "sheet-top");
  const all = element("button", "sheet-plain", data.words.all);
  all.type = "button";
  all.onclick = () => {
    for (const entry of root.sheet.entries.values()) if (!entry.code) choose(entry, data.kinds[0]);
    refresh(root, data);
    focusRow(root, 0);
  };
  top.append(all, element("p", "sheet-keys", data.words.keys));
  const rows = element("div", "sheet-rows");
  for (const one of data.people) rows.append(row(root, one, data));
  const bottom = element("div", "sheet-bottom");
  const save = element("button", "sheet-save", data.words.save);
  save.type = "button";
  save.onclick = () => send(root, data, setTriggerValue);
  const counted = element("p", "sheet-counted");
  const said = element("p", "sheet-said");
  said.setAttribute("role", "status");
  bottom.append(save, counted, said);
  root.append(top, rows, bottom);
  root.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send(root, data, setTriggerValue);
    }
  };
}

function row(root, one, data) {
  const line = element("div", "sheet-row");
  line.dataset.id = one.id;
  const who = element("div", "sheet-who");
  who.id = `who-${one.id}`;
  who.append(element("span", "sheet-number", one.number ?? ""));
  const name = element("span", "sheet-name", one.name);
  name.append(element("small", "", one.shown));
  who.append(name);
  line.append(who, marks(root, line, one, data), element("span", "sheet-label"));
  line.append(...inputs(root, line, one, data), element("p", "sheet-problem"));
  return line;
}

function marks(root, line, one, data) {
  const group = element("div", "sheet-marks");
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-labelledby", `who-${one.id}`);
  for (const kind of data.kinds) {
    const button = element("button", "sheet-mark", kind.key);
    button.type = "button";
    button.dataset.code = kind.code;
    button.title = kind.label;
    button.setAttribute("role", "radio");
    button.setAttribute("aria-label", kind.label);
    button.onclick = () => {
      choose(root.sheet.entries.get(one.id), kind);
      refresh(root, data);
      askOn(line, kind, data);
    };
    group.append(button);
  }
  group.onkeydown = (event) => key(event, root, line, one, data);
  return group;
}

function inputs(root, line, one, data) {
  const late = element("input", "sheet-late");
  late.type = "number";
  late.min = 0;
  late.max = data.length ?? 0;
  late.placeholder = data.words.late;
  late.setAttribute("aria-label", `${data.words.late}: ${one.name}`);
  const text = element("input", "sheet-note");
  text.maxLength = 300;
  text.placeholder = data.words.note;
  text.setAttribute("aria-label", `${data.words.note}: ${one.name}`);
  const entry = root.sheet.entries.get(one.id);
  late.value = entry.late ?? "";
  text.value = entry.note;
  late.oninput = () => {
    const now = root.sheet.entries.get(one.id);
    now.late = late.value === "" ? null : Number(late.value);
    now.minutes = now.late === null ? null : data.length - now.late;
    refresh(root, data);
  };
  text.oninput = () => {
    root.sheet.entries.get(one.id).note = text.value;
    refresh(root, data);
  };
  for (const input of [late, text]) {
    input.onkeydown = (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) next(root, line, 1);
    };
  }
  return [late, text];
}

function key(event, root, line, one, data) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const entry = root.sheet.entries.get(one.id);
  const pressed = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const kind = data.kinds.find((other) => other.key === pressed);
  if (kind) {
    root.sheet.digits = "";
    choose(entry, kind);
    refresh(root, data);
    if (!askOn(line, kind, data)) next(root, line, 1);
  } else if (/^[0-9]$/.test(pressed)) {
    jump(root, pressed, data);
  } else if (pressed === "ArrowDown" || pressed === "ArrowUp") {
    next(root, line, pressed === "ArrowDown" ? 1 : -1);
  } else if (pressed === "ArrowRight" || pressed === "ArrowLeft") {
    const places = data.kinds.map((other) => other.code);
    const step = pressed === "ArrowRight" ? 1 : -1;
    const place = (places.indexOf(entry.code) + step + places.length) % places.length;
    choose(entry, data.kinds[place]);
    refresh(root, data);
    focusMark(line);
  } else if (pressed === "Backspace" || pressed === "Delete") {
    choose(entry, null);
    refresh(root, data);
    focusMark(line);
  } else {
    return;
  }
  event.preventDefault();
}

function choose(entry, kind) {
  const code = kind ? kind.code : null;
  if (entry.code === code) return;
  Object.assign(entry, { code, minutes: null, late: null });
}

// The mark asks for more: go where it is entered.
function askOn(line, kind, data) {
  const asks = kind.needsNote ? ".sheet-note" : ".sheet-late";
  if (!kind.needsNote && (kind.code !== data.late || data.length === null)) return false;
  line.querySelector(asks).focus();
  return true;
}

function jump(root, digit, data) {
  const sheet = root.sheet;
  const now = performance.now();
  const old = now - sheet.at < DIGITS_MS ? sheet.digits : "";
  sheet.digits = (old + digit).slice(-MOST_DIGITS);
  sheet.at = now;
  const place = data.people.findIndex((one) => String(one.number) === sheet.digits);
  if (place >= 0) focusRow(root, place);
}

function next(root, line, step) {
  const rows = [...root.querySelectorAll(".sheet-row")];
  const place = rows.indexOf(line) + step;
  if (place >= rows.length) root.querySelector(".sheet-save").focus();
  else if (place >= 0) focusMark(rows[place]);
}

function focusRow(root, place) {
  const line = root.querySelectorAll(".sheet-row")[place];
  if (line) focusMark(line);
}

function focusMark(line) {
  line.querySelector(".sheet-mark[tabindex='0']").focus();
}

function isOpen(entry, one, data) {
  const was = entryOf(one.mark, data);
  const mark = (of) => of.code && [of.code, of.minutes, of.note.trim()].join("|");
  return mark(entry) !== mark(was);
}

function refresh(root, data) {
  const counts = new Map();
  let open = 0;
  for (const one of data.people) {
    const entry = root.sheet.entries.get(one.id);
    const kind = data.kinds.find((other) => other.code === entry.code);
    draw(root.querySelector(`[data-id="${one.id}"]`), entry, kind, one, data);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    open += isOpen(entry, one, data) ? 1 : 0;
  }
  const parts = data.kinds.filter((kind) => counts.has(kind))
    .map((kind) => `${kind.label} ${counts.get(kind)}`);
  if (counts.has(undefined)) parts.push(`${data.words.none} ${counts.get(undefined)}`);
  root.querySelector(".sheet-counted").textContent = parts.join(" \u00b7 ");
  root.querySelector(".sheet-save").disabled = open === 0 || root.sheet.busy;
}

function draw(line, entry, kind, one, data) {
  let chosen = null;
  for (const button of line.querySelectorAll(".sheet-mark")) {
    const isOn = button.dataset.code === entry.code;
    button.setAttribute("aria-checked", isOn ? "true" : "false");
    button.tabIndex = -1;
    if (isOn) chosen = button;
  }
  (chosen ?? line.querySelector(".sheet-mark")).tabIndex = 0;
  line.classList.toggle("sheet-away", Boolean(kind) && !kind.attended);
  line.classList.toggle("sheet-blank", !kind);
  line.querySelector(".sheet-label").textContent = kind ? kind.label : data.words.none;
  line.querySelector(".sheet-late").hidden = entry.code !== data.late || data.length === null;
  if (entry.late === null) line.querySelector(".sheet-late").value = "";
  const note = line.querySelector(".sheet-note");
  note.hidden = !kind;
  note.required = Boolean(kind) && kind.needsNote;
  note.placeholder = note.required ? data.words.needed : data.words.note;
  line.classList.toggle("sheet-needs", note.required || entry.note !== "");
  const problem = line.querySelector(".sheet-problem");
  problem.textContent = one.problem ?? "";
  problem.hidden = !one.problem;
}

function tell(root, data) {
  const said = root.querySelector(".sheet-said");
  said.textContent = data.said ?? "";
  said.classList.toggle("sheet-wrong", Boolean(data.wrong));
}

function send(root, data, setTriggerValue) {
  if (root.sheet.busy || root.querySelector(".sheet-save").disabled) return;
  const marks = [];
  for (const [id, entry] of root.sheet.entries) {
    const mark = { code: entry.code, minutes: entry.minutes, note: entry.note.trim() || null };
    marks.push({ id, mark: entry.code ? mark : null });
  }
  root.sheet.busy = true;
  root.querySelector(".sheet-save").disabled = true;
  setTriggerValue("saved", { version: data.version, marks });
}
