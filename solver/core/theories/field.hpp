// Arithmetic in the prime field of p = 2^61 - 1.
//
// Normal forms of equations with rational coefficients are kept modulo this prime: an entailment over the rationals is
// one over the field unless p divides a numerator that occurs, which for the small coefficients of geometry does not
// happen; should it happen all the same, the exact traceback refuses. A Mersenne prime makes reduction two additions.
#pragma once

#include <bit>
#include <cstdint>

namespace porism::field {

using Element = std::uint64_t;
inline constexpr Element kPrime = (Element{1} << 61) - 1;

inline Element add(Element a, Element b) {
    const Element sum = a + b;
    return sum >= kPrime ? sum - kPrime : sum;
}

inline Element subtract(Element a, Element b) { return a >= b ? a - b : a + kPrime - b; }

inline Element negate(Element a) { return a ? kPrime - a : 0; }

inline Element multiply(Element a, Element b) {
    if (a == 1) return b;
    const auto product = static_cast<unsigned __int128>(a) * b;
    const Element low = static_cast<Element>(product) & kPrime;
    const Element high = static_cast<Element>(product >> 61);
    return add(low, high);
}

// Fermat's little theorem; a is not 0. Mostly it is a power of two, or minus one: 2^61 is 1.
inline Element inverse(Element a) {
    if (std::has_single_bit(a)) return Element{1} << (61 - std::countr_zero(a)) % 61;
    if (std::has_single_bit(kPrime - a)) return negate(Element{1} << (61 - std::countr_zero(kPrime - a)) % 61);
    Element result = 1;
    for (Element exponent = kPrime - 2; exponent; exponent >>= 1) {
        if (exponent & 1) result = multiply(result, a);
        a = multiply(a, a);
    }
    return result;
}

inline Element from_integer(std::int64_t value) {
    if (value >= 0 && value < static_cast<std::int64_t>(kPrime)) return static_cast<Element>(value);
    const auto reduced = value % static_cast<std::int64_t>(kPrime);
    return reduced >= 0 ? static_cast<Element>(reduced)
                        : static_cast<Element>(reduced + static_cast<std::int64_t>(kPrime));
}

inline Element from_rational(std::int64_t numerator, std::int64_t denominator) {
    const Element top = from_integer(numerator);
    return denominator == 1 ? top : multiply(top, inverse(from_integer(denominator)));
}

}  // namespace porism::field
