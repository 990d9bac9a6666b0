// Apart from the lock, so that whoever explains this fault does not need what Node alone has.

/** Another process has the data folder. */
export class FolderLocked extends Error {
  readonly folder: string
  /** The process that holds it, or null if it could not be told. */
  readonly pid: number | null

  constructor(folder: string, pid: number | null, cause?: unknown) {
    const holder = pid === null ? 'another process' : `process ${pid}`
    super(`${holder} is using the data folder ${folder}; stop it first, or choose another folder`, {
      cause,
    })
    this.name = 'FolderLocked'
    this.folder = folder
    this.pid = pid
  }
}
