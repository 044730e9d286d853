;; Products of one query with every row of a table of int8 vectors, by SIMD.
;; Assembled into scan-kernel.ts by `npm run kernel`; a test assembles it again and compares.
(module
  (import "env" "memory" (memory 1))

  ;; Sum of the four lanes.
  (func $total (param $sums v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
      (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums)))))

  ;; scores[i] = f32(query · rows[i]) * factors[i] for $count rows of $dims numbers, a multiple of 16.
  ;; $query: int16, $rows: int8, $factors and $scores: float32; all are addresses, multiples of 16.
  (func (export "scan")
    (param $query i32) (param $rows i32) (param $factors i32) (param $scores i32) (param $count i32) (param $dims i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $low v128) (local $high v128)
    (local $values v128) (local $end i32) (local $at i32) (local $q i32) (local $last i32)
    (local.set $end (i32.add (local.get $scores) (i32.shl (local.get $count) (i32.const 2))))
    ;; Four rows at once: the query is read once for all of them.
    (local.set $last (i32.add (local.get $scores) (i32.shl (i32.and (local.get $count) (i32.const -4)) (i32.const 2))))
    (block $done (loop $four
      (br_if $done (i32.ge_u (local.get $scores) (local.get $last)))
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $c (v128.const i32x4 0 0 0 0))
      (local.set $d (v128.const i32x4 0 0 0 0))
      (local.set $at (local.get $rows))
      (local.set $q (local.get $query))
      (loop $dim
        (local.set $low (v128.load (local.get $q)))
        (local.set $high (v128.load offset=16 (local.get $q)))
        (local.set $values (v128.load (local.get $at)))
        (local.set $a (i32x4.add
          (i32x4.add
            (local.get $a)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $values)) (local.get $low)))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $values)) (local.get $high))))
        (local.set $values (v128.load (i32.add (local.get $at) (local.get $dims))))
        (local.set $b (i32x4.add
          (i32x4.add
            (local.get $b)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $values)) (local.get $low)))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $values)) (local.get $high))))
        (local.set $values (v128.load (i32.add (local.get $at) (i32.shl (local.get $dims) (i32.const 1)))))
        (local.set $c (i32x4.add
          (i32x4.add
            (local.get $c)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $values)) (local.get $low)))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $values)) (local.get $high))))
        (local.set $values (v128.load (i32.add (local.get $at) (i32.mul (local.get $dims) (i32.const 3)))))
        (local.set $d (i32x4.add
          (i32x4.add
            (local.get $d)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $values)) (local.get $low)))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $values)) (local.get $high))))
        (local.set $q (i32.add (local.get $q) (i32.const 32)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $dim (i32.lt_u (local.get $at) (i32.add (local.get $rows) (local.get $dims)))))
      (v128.store (local.get $scores)
        (f32x4.mul
          (f32x4.convert_i32x4_s
            (i32x4.replace_lane 3
              (i32x4.replace_lane 2
                (i32x4.replace_lane 1 (i32x4.splat (call $total (local.get $a))) (call $total (local.get $b)))
                (call $total (local.get $c)))
              (call $total (local.get $d))))
          (v128.load (local.get $factors))))
      (local.set $rows (i32.add (local.get $rows) (i32.shl (local.get $dims) (i32.const 2))))
      (local.set $factors (i32.add (local.get $factors) (i32.const 16)))
      (local.set $scores (i32.add (local.get $scores) (i32.const 16)))
      (br $four)))
    (block $finished (loop $one
      (br_if $finished (i32.ge_u (local.get $scores) (local.get $end)))
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $at (local.get $rows))
      (local.set $q (local.get $query))
      (loop $dim
        (local.set $low (v128.load (local.get $q)))
        (local.set $high (v128.load offset=16 (local.get $q)))
        (local.set $values (v128.load (local.get $at)))
        (local.set $a (i32x4.add
          (i32x4.add
            (local.get $a)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $values)) (local.get $low)))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $values)) (local.get $high))))
        (local.set $q (i32.add (local.get $q) (i32.const 32)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $dim (i32.lt_u (local.get $at) (i32.add (local.get $rows) (local.get $dims)))))
      (f32.store (local.get $scores)
        (f32.mul (f32.convert_i32_s (call $total (local.get $a))) (f32.load (local.get $factors))))
      (local.set $rows (local.get $at))
      (local.set $factors (i32.add (local.get $factors) (i32.const 4)))
      (local.set $scores (i32.add (local.get $scores) (i32.const 4)))
      (br $one)))))
