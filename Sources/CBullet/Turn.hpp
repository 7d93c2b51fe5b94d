#pragma once

#include <btBulletDynamicsCommon.h>

// Angles made of + − × ÷ √ alone. Bullet's own way goes through the C library's sine, whose last bit differs between
// processors with and without fused multiply-add; from there a pile of boxes would fall another way.
#pragma STDC FP_CONTRACT OFF

/// `rotation` after turning at `spin` (rad/s) for some seconds.
inline btQuaternion turned(const btQuaternion &rotation, const btVector3 &spin, btScalar seconds) {
  const btVector3 half = spin * (seconds * btScalar(0.5));
  const btScalar square = half.length2();
  // Taylor's series; a step turns nothing by more than a quarter, so six terms leave less than 1e-12.
  btScalar cosine = 1, sine = 1;
  for (int n = 12; n >= 2; n -= 2) {
    cosine = 1 - cosine * square / (n * (n - 1));
    sine = 1 - sine * square / (n * (n + 1));
  }
  btQuaternion turn(half.x() * sine, half.y() * sine, half.z() * sine, cosine);
  return (turn * rotation).normalized();
}

/// The angle whose tangent is y ÷ x, in ±π.
inline btScalar angle_of(btScalar y, btScalar x) {
  btScalar length = btSqrt(x * x + y * y);
  if (length == 0) return 0;
  if (x < 0) return (y < 0 ? -1 : 1) * btScalar(3.14159265358979323846) - angle_of(y, -x);
  // Halved three times, so that the series is short: tan(a / 2) = sin a / (1 + cos a).
  btScalar tangent = y / (length + x);
  for (int n = 0; n < 2; n++) tangent = tangent / (1 + btSqrt(1 + tangent * tangent));
  btScalar sum = 0;
  for (int n = 19; n >= 1; n -= 2) sum = btScalar(1) / n - sum * tangent * tangent;
  return 8 * tangent * sum;
}
