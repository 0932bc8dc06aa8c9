// What a process uses, as Linux tells it; NaN where there is no /proc.
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'

// USER_HZ, which is 100 on every Linux that Node runs on.
const TICK_MS = 10

/** Processor time so far in milliseconds, with that of its children. */
export function processorTime(pid: number): number {
  try {
    const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
    const rows = pids.map(Number).map(readStat)
    return (
      rows.reduce((sum, row) => (row?.pid === pid || row?.parent === pid ? sum + row.ticks : sum), 0) *
      TICK_MS
    )
  } catch {
    return Number.NaN
  }
}

/** Processor time of all cores so far in milliseconds: all that passed, and what of it somebody used. */
export function machineTime(): { all: number; used: number } {
  const times = cpus().flatMap(core => Object.entries(core.times))
  const total = (entries: [string, number][]) => entries.reduce((sum, [, time]) => sum + time, 0)
  return { all: total(times), used: total(times.filter(([what]) => what !== 'idle')) }
}

/** Memory in RAM, in bytes. */
export function residentMemory(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
  } catch {
    return Number.NaN
  }
}

// The name stands in brackets and may hold anything, so fields are counted from the last bracket. Source: proc_pid_stat(5).
function readStat(pid: number): { pid: number; parent: number; ticks: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    // Its own time in user and kernel mode, and that of children that have ended.
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + (fields[field] ?? 0), 0)
    return { pid, parent: fields[1] ?? 0, ticks }
  } catch {
    return undefined
  }
}
