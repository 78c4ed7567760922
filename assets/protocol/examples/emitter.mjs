// Tells Overlap of three promises: OVERLAP_TRACE=file:run.events node emitter.mjs
import fs from 'node:fs'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const [how, ...rest] = (process.env.OVERLAP_TRACE ?? '').split(':')
const file = rest.join(':').replace('%p', process.pid)
const socket = how === 'tcp' ? net.connect(Number(rest[1]), rest[0]) : null
socket?.on('error', () => {}) // whoever listens must not disturb the program
if (how === 'file') fs.writeFileSync(file, '')

const nanos = () => Number(process.hrtime.bigint())

function emit(e, fields = {}) {
  const line = JSON.stringify({ e, t: nanos(), ...fields }) + '\n'
  if (socket) socket.write(line)
  else if (how === 'file') fs.appendFileSync(file, line)
}

async function nap(k) {
  emit('task', { k, name: `nap(${100 * k})`, kind: 'call', by: 0 })
  emit('phase', { k, p: 'PAUSE', on: 'setTimeout' })
  await sleep(100 * k)
  const begun = nanos()
  let sum = 0
  for (let i = 0; i < 300000; i++) sum += i // holds the loop
  emit('slice', { t: begun, w: 1, k, d: nanos() - begun })
  emit('end', { k, how: sum > 0 ? 'ok' : 'error' })
}

emit('hello', {
  v: 1, wall: Date.now() * 1e6, unc: 1e6, pid: process.pid, lang: 'node', token: rest[2],
  version: process.versions.node, argv: process.argv, sees: ['steps'],
})
emit('worker', { w: 1, kind: 'loop', name: 'event loop' })
emit('task', { k: 0, name: 'main', kind: 'call' })
const naps = [1, 2, 3].map(nap)
emit('phase', { k: 0, p: 'AWAIT', on: 'Promise.all', for: [1, 2, 3] })
await Promise.all(naps)
emit('end', { k: 0, how: 'ok' })
emit('bye')
socket?.end()
