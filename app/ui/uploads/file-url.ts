import { createContext, useContext } from 'react'

type FileUrl = (digest: string, region?: string) => string

/** Where a stored file is shown; with `region`, a part of a picture in the size of a screen. */
export const fileUrl: FileUrl = fileUrlBelow('/files')

/** The same below another address, for whoever reads without an account. */
export function fileUrlBelow(base: string): FileUrl {
  return (digest, region) => {
    if (region === undefined) return `${base}/${digest}`
    return `${base}/${digest}/picture${region && `?region=${encodeURIComponent(region)}`}`
  }
}

/** Where the files of a page stand. */
export const FileBase = createContext('/files')

export function useFileUrl(): FileUrl {
  return fileUrlBelow(useContext(FileBase))
}
