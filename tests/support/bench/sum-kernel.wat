;; Reads a buffer once and adds its numbers up: what no scan over it can beat.
(module
  (import "env" "memory" (memory 1))
  (func (export "sum") (param $at i32) (param $bytes i32) (result i32)
    (local $a v128) (local $b v128) (local $end i32)
    (local.set $end (i32.add (local.get $at) (local.get $bytes)))
    (loop $more
      (local.set $a (i32x4.add (local.get $a) (v128.load (local.get $at))))
      (local.set $b (i32x4.add (local.get $b) (v128.load offset=16 (local.get $at))))
      (local.set $a (i32x4.add (local.get $a) (v128.load offset=32 (local.get $at))))
      (local.set $b (i32x4.add (local.get $b) (v128.load offset=48 (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 64)))
      (br_if $more (i32.lt_u (local.get $at) (local.get $end))))
    (local.set $a (i32x4.add (local.get $a) (local.get $b)))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $a)) (i32x4.extract_lane 1 (local.get $a)))
      (i32.add (i32x4.extract_lane 2 (local.get $a)) (i32x4.extract_lane 3 (local.get $a))))))
