import type { LibraryRow } from '#app/services/assets/library.server.ts'
import { fileUrl } from '../uploads/file-url.ts'
import { Thumbnail } from './file-grid.tsx'
import styles from './media.module.css'

/** The file itself, as far as a page can show it. */
export function FilePreview({ file }: { file: LibraryRow }) {
  const url = fileUrl(file.digest)
  if (file.kind === 'image')
    return <img className={styles.preview} src={fileUrl(file.digest, '')} alt="" />
  if (file.kind === 'video' || file.kind === 'audio') {
    return (
      <video
        className={styles.preview}
        src={url}
        controls
        preload="metadata"
        aria-label={file.rights.title}
      >
        <track kind="captions" />
      </video>
    )
  }
  return <Thumbnail row={file} />
}
