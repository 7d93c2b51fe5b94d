import CFFmpeg
import Media

extension AVChannelLayout {
  /// FFmpeg's default for so many channels, which has them in our order. It owns no memory.
  init(_ layout: ChannelLayout) {
    self.init()
    av_channel_layout_default(&self, Int32(layout.channelCount))
  }
}
