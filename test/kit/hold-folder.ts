// A process that takes the lock of a folder, says how that went, and keeps it until it is killed,
// or whoever started it is gone.
import { lockFolder } from '../../src/storage/folder-lock.ts'

try {
  lockFolder(process.argv[2] ?? '')
  console.log('locked')
  process.stdin.resume()
} catch (error) {
  console.log(String(error))
}
