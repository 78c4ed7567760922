'use strict';

// What is said about a task, a worker or a model; every name is set as text, never as markup.

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function outcomeText(run, task, horizon) {
  if (task.end > horizon) {
    const segment = task.segmentAt(horizon);
    return segment < 0 ? 'not created yet' : `in phase ${run.words(task.phases[segment])}`;
  }
  switch (task.outcome) {
    case 'answered': return `answered with ${task.status}, ${count(task.bytes, 'byte')}`;
    case 'failed': return run.data.failures[task.failure].sentence;
    case 'merged': return '';
    default: return task.outcome;
  }
}

/** The time that a task spent in each phase, in order of first occurrence. */
function phaseTimes(task, horizon) {
  const seen = [];
  for (let s = 0; s < task.size && task.begins[s] <= horizon; s++) {
    if (!seen.includes(task.phases[s])) seen.push(task.phases[s]);
  }
  return seen.map((phase) => ({ phase, nanos: task.timeIn(phase, horizon) }));
}

function swatch(run, phase, isDark) {
  const box = element('span', undefined, 'swatch');
  box.style.backgroundColor = css(run.phases[phase][isDark ? 'dark' : 'light']);
  return box;
}

function phaseLines(run, task, horizon, isDark) {
  return phaseTimes(task, horizon).map(({ phase, nanos }) => {
    const line = element('p');
    line.append(swatch(run, phase, isDark), `${run.words(phase)} ${duration(nanos)}`);
    return line;
  });
}

/** The lines of a tip; null for none. */
function tipLines(run, hit, horizon, isDark) {
  if (hit === null) return null;
  if (hit.kind === 'legend' && hit.index < 0) {
    const { notYet, notYetMeaning } = run.data.collectWords;
    return [element('strong', notYet), element('p', notYetMeaning)];
  }
  if (hit.kind === 'legend') return [element('strong', run.words(hit.index)), element('p', run.phases[hit.index].meaning)];
  if (hit.kind === 'task') return taskTip(run, run.tasks[hit.index], hit.part, horizon, isDark);
  const worker = run.workers[hit.index];
  const what = worker.runsOneTaskAtATime ? 'occupied' : 'busy';
  const lines = [element('strong', worker.name)];
  if (hit.part < 0) return [...lines, element('p', 'idle')];
  lines.push(element('p', `${what} ${spanText(worker.begins[hit.part], worker.ends[hit.part], horizon)}`));
  const task = worker.tasks[hit.part];
  if (task >= 0) lines.push(element('p', `for ${run.wholeName(task)}`));
  return lines;
}

function taskTip(run, task, part, horizon, isDark) {
  const lines = [element('strong', run.wholeName(task.index))];
  if (part >= 0) {
    const span = spanText(task.begins[part], task.endOf(part), horizon);
    lines.push(element('p', `${run.words(task.phases[part])} ${span}`));
  }
  if (run.merged) return lines;
  lines.push(...phaseLines(run, task, horizon, isDark));
  const said = outcomeText(run, task, horizon);
  if (said) lines.push(element('p', said));
  return lines;
}

/** The details of a selected task. */
function detailElements(run, task, horizon, isDark) {
  const list = element('dl', undefined, 'pairs');
  const pair = (name, ...value) => {
    const cell = element('dd');
    cell.append(...value);
    list.append(element('dt', name), cell);
  };
  const until = Math.min(task.end, horizon);
  pair('state', outcomeText(run, task, horizon));
  if (task.worker >= 0) pair('worker', run.workers[task.worker]?.name ?? `number ${task.worker + 1}`);
  pair('time', spanText(task.begin, task.end, horizon));
  for (const { phase, nanos } of phaseTimes(task, until)) {
    pair('', swatch(run, phase, isDark), `${run.words(phase)} ${duration(nanos)}`);
  }
  const sentences = horizon >= run.horizon ? run.data.explanations[task.index] ?? [] : [];
  const isKept = task.index < run.data.explanations.length || !run.data.explained;
  return [
    element('h2', `${count(task.index + 1)}. ${run.wholeName(task.index)}`),
    list,
    ...sentences.map((sentence) => element('p', sentence)),
    ...(isKept ? [] : [element('p', run.data.explained, 'quiet')]),
  ];
}

/** The rows as a table of text. */
function taskTable(run, horizon) {
  const { phases } = run.figures(horizon);
  const table = element('table');
  table.append(element('caption', `Times in milliseconds, at ${instant(horizon, run.horizon)}`, 'hidden'));
  const head = table.createTHead().insertRow();
  const heads = ['no.', run.merged ? 'tasks' : 'task', 'state', 'from', 'to', ...phases.map((phase) => run.words(phase))];
  heads.forEach((words, column) => {
    const cell = element('th', words, column === 1 || column === 2 ? 'name' : '');
    cell.scope = 'col';
    head.append(cell);
  });
  const body = table.createTBody();
  run.tasks.forEach((task) => tableRow(body.insertRow(), run, task, phases, horizon));
  return table;
}

function tableRow(row, run, task, phases, horizon) {
  const queued = run.phases.findIndex((phase) => phase.id === 'queued');
  const start = task.phases.findIndex((phase) => phase !== queued);
  const cell = (text, className) => row.append(element('td', text, className));
  cell(count(task.index + 1));
  cell(run.name(task.index), 'name');
  cell(task.outcome === 'answered' && task.end <= horizon ? String(task.status) : shortState(task, horizon), 'name');
  cell(start >= 0 && task.begins[start] <= horizon ? bareMillis(task.begins[start]) : '');
  cell(task.end <= horizon ? bareMillis(task.end) : '');
  phases.forEach((phase) => cell(task.phases.includes(phase) ? bareMillis(task.timeIn(phase, horizon)) : ''));
}

function shortState(task, horizon) {
  if (task.outcome === 'merged') return '';
  return task.end <= horizon ? task.outcome : 'running';
}
