-- Captions of an ASS file bring their own styles, places, moves and songs; those that show together are one clip.
canvas { width = 960, height = 540 }

return video("media/bloom.mp4"):trim(0, 4):layer(captions("media/bloom.ass"))
