;; Products of one query with the rows of a table of int8 vectors, and estimates of them by signs alone, by SIMD.
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
      (br $one))))
  ;; Address of a row of $size bytes.
  (func $row (param $rows i32) (param $row i32) (param $size i32) (result i32)
    (i32.add (local.get $rows) (i32.mul (local.get $row) (local.get $size))))

  ;; scores[i] = f32(query · rows[list[i]]) * factors[list[i]] for a multiple of four numbers of rows, 32 bits each. Four rows at
  ;; once: they lie far from each other, and the memory answers for all of them in the time of one.
  (func (export "scanRows")
    (param $query i32) (param $rows i32) (param $factors i32) (param $list i32) (param $scores i32) (param $count i32)
    (param $dims i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $sumA v128) (local $sumB v128) (local $sumC v128) (local $sumD v128)
    (local $low v128) (local $high v128) (local $values v128) (local $at i32) (local $q i32) (local $last i32)
    (local.set $last (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (block $done (loop $four
      (br_if $done (i32.ge_u (local.get $list) (local.get $last)))
      (local.set $a (call $row (local.get $rows) (i32.load (local.get $list)) (local.get $dims)))
      (local.set $b (call $row (local.get $rows) (i32.load offset=4 (local.get $list)) (local.get $dims)))
      (local.set $c (call $row (local.get $rows) (i32.load offset=8 (local.get $list)) (local.get $dims)))
      (local.set $d (call $row (local.get $rows) (i32.load offset=12 (local.get $list)) (local.get $dims)))
      (local.set $sumA (v128.const i32x4 0 0 0 0))
      (local.set $sumB (v128.const i32x4 0 0 0 0))
      (local.set $sumC (v128.const i32x4 0 0 0 0))
      (local.set $sumD (v128.const i32x4 0 0 0 0))
      (local.set $at (i32.const 0))
      (local.set $q (local.get $query))
      (loop $dim
        (local.set $low (v128.load (local.get $q)))
        (local.set $high (v128.load offset=16 (local.get $q)))
        (local.set $values (v128.load (i32.add (local.get $a) (local.get $at))))
        (local.set $sumA (i32x4.add
          (i32x4.add
            (local.get $sumA)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $values)) (local.get $low)))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $values)) (local.get $high))))
        (local.set $values (v128.load (i32.add (local.get $b) (local.get $at))))
        (local.set $sumB (i32x4.add
          (i32x4.add
            (local.get $sumB)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $values)) (local.get $low)))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $values)) (local.get $high))))
        (local.set $values (v128.load (i32.add (local.get $c) (local.get $at))))
        (local.set $sumC (i32x4.add
          (i32x4.add
            (local.get $sumC)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $values)) (local.get $low)))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $values)) (local.get $high))))
        (local.set $values (v128.load (i32.add (local.get $d) (local.get $at))))
        (local.set $sumD (i32x4.add
          (i32x4.add
            (local.get $sumD)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $values)) (local.get $low)))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $values)) (local.get $high))))
        (local.set $q (i32.add (local.get $q) (i32.const 32)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $dim (i32.lt_u (local.get $at) (local.get $dims))))
      (f32.store (local.get $scores)
        (f32.mul
          (f32.convert_i32_s (call $total (local.get $sumA)))
          (f32.load (call $row (local.get $factors) (i32.load (local.get $list)) (i32.const 4)))))
      (f32.store offset=4 (local.get $scores)
        (f32.mul
          (f32.convert_i32_s (call $total (local.get $sumB)))
          (f32.load (call $row (local.get $factors) (i32.load offset=4 (local.get $list)) (i32.const 4)))))
      (f32.store offset=8 (local.get $scores)
        (f32.mul
          (f32.convert_i32_s (call $total (local.get $sumC)))
          (f32.load (call $row (local.get $factors) (i32.load offset=8 (local.get $list)) (i32.const 4)))))
      (f32.store offset=12 (local.get $scores)
        (f32.mul
          (f32.convert_i32_s (call $total (local.get $sumD)))
          (f32.load (call $row (local.get $factors) (i32.load offset=12 (local.get $list)) (i32.const 4)))))
      (local.set $list (i32.add (local.get $list) (i32.const 16)))
      (local.set $scores (i32.add (local.get $scores) (i32.const 16)))
      (br $four))))

  ;; Signs of up to 32 rows of $dims numbers, four of a row in half a byte: byte `group * 16 + row % 16` of the codes, which
  ;; are zeros before, holds those of a row below 16 in its low half, of another in its high half; 1: negative.
  (func (export "encode") (param $rows i32) (param $codes i32) (param $count i32) (param $dims i32)
    (local $row i32) (local $at i32) (local $end i32) (local $code i32) (local $signs i32) (local $shift i32)
    (block $done (loop $one
      (br_if $done (i32.ge_u (local.get $row) (local.get $count)))
      (local.set $at (i32.add (local.get $rows) (i32.mul (local.get $row) (local.get $dims))))
      (local.set $end (i32.add (local.get $at) (local.get $dims)))
      (local.set $code (i32.add (local.get $codes) (i32.and (local.get $row) (i32.const 15))))
      (local.set $shift (i32.shr_u (i32.and (local.get $row) (i32.const 16)) (i32.const 2)))
      (loop $dim
        (local.set $signs (i8x16.bitmask (v128.load (local.get $at))))
        (i32.store8 (local.get $code)
          (i32.or
            (i32.load8_u (local.get $code))
            (i32.shl (i32.and (local.get $signs) (i32.const 15)) (local.get $shift))))
        (i32.store8 offset=16 (local.get $code)
          (i32.or
            (i32.load8_u offset=16 (local.get $code))
            (i32.shl (i32.and (i32.shr_u (local.get $signs) (i32.const 4)) (i32.const 15)) (local.get $shift))))
        (i32.store8 offset=32 (local.get $code)
          (i32.or
            (i32.load8_u offset=32 (local.get $code))
            (i32.shl (i32.and (i32.shr_u (local.get $signs) (i32.const 8)) (i32.const 15)) (local.get $shift))))
        (i32.store8 offset=48 (local.get $code)
          (i32.or
            (i32.load8_u offset=48 (local.get $code))
            (i32.shl (i32.and (i32.shr_u (local.get $signs) (i32.const 12)) (i32.const 15)) (local.get $shift))))
        (local.set $code (i32.add (local.get $code) (i32.const 64)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $dim (i32.lt_u (local.get $at) (local.get $end))))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br $one))))

  ;; sums[i], 16 bits: sum over the groups of the table's entry for the row's four signs, for $blocks times 32 rows. $table: 16
  ;; entries a group, each at most 63, so that those of four groups fit into a byte; $groups: a multiple of 4.
  (func (export "estimate")
    (param $codes i32) (param $table i32) (param $sums i32) (param $blocks i32) (param $groups i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $first v128) (local $second v128)
    (local $values v128) (local $entries v128) (local $at i32) (local $end i32) (local $last i32)
    (local.set $end (i32.add (local.get $table) (i32.shl (local.get $groups) (i32.const 4))))
    (local.set $last (i32.add (local.get $sums) (i32.shl (local.get $blocks) (i32.const 6))))
    (block $done (loop $block
      (br_if $done (i32.ge_u (local.get $sums) (local.get $last)))
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $c (v128.const i32x4 0 0 0 0))
      (local.set $d (v128.const i32x4 0 0 0 0))
      (local.set $at (local.get $table))
      (loop $four
        (local.set $first (v128.const i32x4 0 0 0 0))
        (local.set $second (v128.const i32x4 0 0 0 0))
        (local.set $values (v128.load (local.get $codes)))
        (local.set $entries (v128.load (local.get $at)))
        (local.set $first (i8x16.add (local.get $first)
          (i8x16.swizzle (local.get $entries) (v128.and (local.get $values) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15)))))
        (local.set $second (i8x16.add (local.get $second)
          (i8x16.swizzle (local.get $entries) (i8x16.shr_u (local.get $values) (i32.const 4)))))
        (local.set $values (v128.load offset=16 (local.get $codes)))
        (local.set $entries (v128.load offset=16 (local.get $at)))
        (local.set $first (i8x16.add (local.get $first)
          (i8x16.swizzle (local.get $entries) (v128.and (local.get $values) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15)))))
        (local.set $second (i8x16.add (local.get $second)
          (i8x16.swizzle (local.get $entries) (i8x16.shr_u (local.get $values) (i32.const 4)))))
        (local.set $values (v128.load offset=32 (local.get $codes)))
        (local.set $entries (v128.load offset=32 (local.get $at)))
        (local.set $first (i8x16.add (local.get $first)
          (i8x16.swizzle (local.get $entries) (v128.and (local.get $values) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15)))))
        (local.set $second (i8x16.add (local.get $second)
          (i8x16.swizzle (local.get $entries) (i8x16.shr_u (local.get $values) (i32.const 4)))))
        (local.set $values (v128.load offset=48 (local.get $codes)))
        (local.set $entries (v128.load offset=48 (local.get $at)))
        (local.set $first (i8x16.add (local.get $first)
          (i8x16.swizzle (local.get $entries) (v128.and (local.get $values) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15)))))
        (local.set $second (i8x16.add (local.get $second)
          (i8x16.swizzle (local.get $entries) (i8x16.shr_u (local.get $values) (i32.const 4)))))
        (local.set $a (i16x8.add (local.get $a) (i16x8.extend_low_i8x16_u (local.get $first))))
        (local.set $b (i16x8.add (local.get $b) (i16x8.extend_high_i8x16_u (local.get $first))))
        (local.set $c (i16x8.add (local.get $c) (i16x8.extend_low_i8x16_u (local.get $second))))
        (local.set $d (i16x8.add (local.get $d) (i16x8.extend_high_i8x16_u (local.get $second))))
        (local.set $codes (i32.add (local.get $codes) (i32.const 64)))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (br_if $four (i32.lt_u (local.get $at) (local.get $end))))
      (v128.store (local.get $sums) (local.get $a))
      (v128.store offset=16 (local.get $sums) (local.get $b))
      (v128.store offset=32 (local.get $sums) (local.get $c))
      (v128.store offset=48 (local.get $sums) (local.get $d))
      (local.set $sums (i32.add (local.get $sums) (i32.const 64)))
      (br $block)))))
