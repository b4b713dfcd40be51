/** The disk as both hosts read it: which files there are, and what text their bytes are. */
export { decodeText } from './decode.js'
export { diskTree, LARGEST_FILE, type DiskTree } from './disk-tree.js'
export { listFiles } from './listing.js'
