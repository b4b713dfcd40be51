/** The disk as both hosts read it: which files there are, and what text their bytes are. */
export { decodeText } from './decode.js'
export { diskTree, type DiskTree } from './disk-tree.js'
export { LARGEST_FILE, largestOf } from './read-file.js'
export { listFiles } from './listing.js'
