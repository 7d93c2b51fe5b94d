/// How pictures of other sizes or angles are made of the pixels there are; the field's names.
package enum Resampling: String, Hashable, Sendable, CaseIterable { case nearest, bilinear, bicubic, lanczos }
