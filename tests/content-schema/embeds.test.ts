import { describe, expect, it } from 'vitest'
import { isEmbedAddress, readEmbed, readVideo } from '#content-schema/embeds.ts'

describe('the address of a video', () => {
  it.each([
    ['https://www.youtube.com/watch?v=aqz-KE-bpKQ&list=x', 'aqz-KE-bpKQ'],
    ['https://m.youtube.com/watch?v=aqz-KE-bpKQ', 'aqz-KE-bpKQ'],
    ['https://youtu.be/aqz-KE-bpKQ', 'aqz-KE-bpKQ'],
    ['https://www.youtube.com/shorts/aqz-KE-bpKQ', 'aqz-KE-bpKQ'],
    ['https://youtu.be/aqz-KE-bpKQ?t=12s', 'aqz-KE-bpKQ?start=12'],
  ])('of YouTube %s leads to the player without cookies', (address, rest) => {
    expect(readVideo(address)).toEqual({
      site: 'youtube.com',
      src: `https://www.youtube-nocookie.com/embed/${rest}`,
      known: true,
    })
  })

  it('of Vimeo asks not to be tracked, and keeps the key of an unlisted video', () => {
    expect(readVideo('https://vimeo.com/76979871')?.src).toBe(
      'https://player.vimeo.com/video/76979871?dnt=1',
    )
    expect(readVideo('https://vimeo.com/76979871/8272103f6e')?.src).toBe(
      'https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e',
    )
  })

  it('of Dailymotion and of any PeerTube is recognised', () => {
    expect(readVideo('https://dai.ly/x84sh87')?.src).toBe(
      'https://geo.dailymotion.com/player.html?video=x84sh87',
    )
    expect(
      readVideo('https://tube.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d'),
    ).toEqual({
      site: 'tube.example.org',
      src: 'https://tube.example.org/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?p2p=0',
      known: true,
    })
  })

  it.each([
    'https://www.youtube.com/@quelqu-un',
    'https://youtube.com.example.org/watch?v=aqz-KE-bpKQ',
    'https://www.youtube.com/watch?v="><script>',
    'http://www.youtube.com/watch?v=aqz-KE-bpKQ',
    'https://vimeo.com/about',
  ])('is not seen in %s', (address) => {
    expect(readVideo(address)).toBeNull()
  })
})

describe('an address to embed', () => {
  it('is https, and nothing else', () => {
    for (const bad of [
      'http://a.org',
      'javascript:alert(1)',
      'data:text/html,x',
      '//a.org',
      'a',
      'https://me:secret@a.org',
    ]) {
      expect(isEmbedAddress(bad), bad).toBe(false)
      expect(readEmbed(bad), bad).toBeNull()
    }
    expect(isEmbedAddress('https://a.org/b?c=d')).toBe(true)
  })

  it('is of a site that is known, or not', () => {
    expect(readEmbed('https://learningapps.org/watch?v=x')).toMatchObject({ known: true })
    expect(readEmbed('https://digipad.ladigitale.dev/p/1')).toMatchObject({ known: true })
    expect(readEmbed('https://nowhere.example/x')).toEqual({
      site: 'nowhere.example',
      src: 'https://nowhere.example/x',
      known: false,
    })
    expect(readEmbed('https://notvimeo.com/x')?.known).toBe(false)
  })
})
