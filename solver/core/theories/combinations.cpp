// The least combination is a linear program: minimize Σ cost · |factor| where Σ factor · row = target. A minimum weighted L1
// norm is sparse (Chen, Donoho and Saunders, "Atomic decomposition by basis pursuit", 1998).
//
// A proof asks for hundreds of combinations of the rows of a theory that were concluded before some time. So the rows
// are eliminated once, in their order: the rows of the basis that are among the first n span the first n rows. From that
// basis every question starts, with the other rows as combinations of it, and since factors may have either sign, every basis
// is feasible: there is no first phase, and it takes a few exchanges. The entering row goes past places where a factor of the
// basis changes its sign as long as the cost falls (Barrodale and Roberts, "An improved algorithm for discrete l1 linear
// approximation", 1973); of the rows that gain, that enters which gains most for how much it changes the factors, and where it can't move
// for a factor that is 0, such factors are shifted a little: on 91 proofs a fifth of the exchanges less, and as short proofs. (To end a
// program after a fifth of kMostWork makes 2 % more steps.)
//
// All of that is in floating point. The factors are taken as the simple fractions next to them and tested modulo a
// prime; where they fail, the caller solves for the rows exactly.
#include "theories/combinations.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "theories/field.hpp"

namespace porism {

namespace {

constexpr double kZero = 1e-9;                // of factors and of what is left of rows, whose coefficients are about 1
constexpr double kNothing = 1e-7;             // below this nothing is left of a row
constexpr double kPivot = 0.4;                // over a row's largest coefficient, what a pivot is at least
constexpr double kBarred = 1e6;               // the cost of a row that is to take no part
constexpr double kGain = 1e-7;                // a step that gains less per unit isn't worth taking
constexpr double kUnit = 1.5;                 // about how much a unit of a row of the basis changes the factors
constexpr double kSame = 1e-12;               // gains that differ by less are the same
constexpr std::size_t kMostWork = 2'000'000;  // entries of rows and prices that are looked at
constexpr std::int64_t kLargestDenominator = 1000;

double value(const Coefficient& c) { return static_cast<double>(c.numerator) / static_cast<double>(c.denominator); }

double largest(const std::vector<Coefficient>& of) {
    double found = 0;
    for (const Coefficient& c : of) found = std::max(found, std::abs(value(c)));
    return found;
}

// The simplest fraction next to a number (continued fractions), with no great denominator.
Coefficient near(std::uint32_t place, double x) {
    std::int64_t p0 = 0, q0 = 1, p1 = 1, q1 = 0;
    double rest = x;
    while (std::abs(rest) < 1e15) {
        const double whole = std::floor(rest + kZero);
        const auto a = static_cast<std::int64_t>(whole);
        const double p = static_cast<double>(a) * static_cast<double>(p1) + static_cast<double>(p0);
        if (std::abs(p) > 1e15 || a * q1 + q0 > kLargestDenominator) break;
        p0 = std::exchange(p1, a * p1 + p0), q0 = std::exchange(q1, a * q1 + q0);
        if (rest - whole < kZero * 100) break;
        rest = 1 / (rest - whole);
    }
    return {place, p1, std::max<std::int64_t>(q1, 1)};
}

// The column that the fewest rows have, among those in which a row isn't small: then few rows have to be reduced by this one.
std::pair<std::uint32_t, double> rarest(const Sparse& row, const std::vector<std::uint32_t>& rows_with) {
    double largest = 0;
    for (const auto& [column, x] : row) largest = std::max(largest, std::abs(x));
    const std::pair<std::uint32_t, double>* found = nullptr;
    for (const auto& each : row) {
        const bool is_rarer = !found || rows_with[each.first] < rows_with[found->first];
        if (is_rarer && std::abs(each.second) >= kPivot * largest) found = &each;
    }
    return *found;
}

// What has become of the rows' first basis in the course of exchanges, and the factors of the rows that are in it now. A row that was
// made of few rows of the first basis stays so: columns are made when they are wanted, from the exchanges so far.
class Basis {
public:
    Basis(std::size_t height, std::vector<double> factors) : factors_(std::move(factors)), shifted_(factors_) {
        for (std::uint32_t i = 0; i < height; ++i) members_.push_back(i);
    }

    std::size_t height() const { return members_.size(); }
    std::uint32_t member(std::size_t i) const { return members_[i]; }
    double factor(std::size_t i) const { return factors_[i]; }
    double shifted(std::size_t i) const { return shifted_[i]; }
    void shift(std::size_t i, double to) { shifted_[i] = to; }
    std::size_t entries() const { return entries_; }

    // A row, said by rows of the first basis, by those of the present one.
    void present(std::vector<double>& x) const {
        for (const Exchange& e : exchanges_) {
            if (x[e.leaving] == 0) continue;
            const double share = x[e.leaving] / e.at;
            for (const auto& [i, value] : e.others) x[i] -= share * value;
            x[e.leaving] = share;
        }
    }

    // Prices of the present basis as prices of the first one.
    void first(std::vector<double>& price) const {
        for (auto e = exchanges_.rbegin(); e != exchanges_.rend(); ++e) {
            double rest = price[e->leaving];
            for (const auto& [i, value] : e->others) rest -= value * price[i];
            price[e->leaving] = rest / e->at;
        }
    }

    // Puts a row, said by the present basis, in the place of one of its members, which is returned.
    std::uint32_t exchange(std::size_t leaving, std::uint32_t entering, const std::vector<double>& column) {
        Exchange e{static_cast<std::uint32_t>(leaving), column[leaving], {}};
        for (std::uint32_t i = 0; i < height(); ++i) {
            if (i != leaving && column[i] != 0) e.others.emplace_back(i, column[i]);
        }
        for (std::vector<double>* x : {&factors_, &shifted_}) {
            const double factor = (*x)[leaving] / e.at;
            for (const auto& [i, value] : e.others) {
                (*x)[i] -= factor * value;
                if (std::abs((*x)[i]) < kZero) (*x)[i] = 0;
            }
            (*x)[leaving] = factor;
        }
        entries_ += e.others.size() + 1;
        exchanges_.push_back(std::move(e));
        return std::exchange(members_[leaving], entering);
    }

private:
    struct Exchange {
        std::uint32_t leaving;
        double at;                                             // the entering row's coefficient there
        std::vector<std::pair<std::uint32_t, double>> others;  // its other coefficients
    };

    std::vector<double> factors_, shifted_;
    std::vector<std::uint32_t> members_;
    std::vector<Exchange> exchanges_;
    std::size_t entries_ = 0;
};

// The rows of the first basis and the others; what the others are made of, and by rows of the basis what is made with them.
struct Rows {
    const std::vector<std::uint32_t>&basis, &spare;
    const std::vector<Sparse>&made_of, &made_with;
    const std::vector<double>&
        sizes;  // of the others: how much a unit of one changes all of the factors, its own among them
};

// The simplex method in its revised form (Dantzig and Orchard-Hays, "The product form for the inverse in the simplex method", 1954).
// A question takes a few exchanges, and most columns are never looked at but for their price.
class Question {
public:
    // Rows are known by their columns: those of the first basis by their number in it, the others by theirs after these.
    Question(const Rows& rows, std::size_t height, std::size_t width, std::vector<double> factors,
             std::span<const double> costs)
        : rows_(rows), width_(width), costs_(costs), basis_(height, std::move(factors)) {
        signs_.assign(height, 0.0), prices_.assign(height, 0.0), spared_.assign(width, 0.0);
        for (std::uint32_t j = 0; j < width; ++j) others_.push_back(static_cast<std::uint32_t>(height) + j);
    }

    // Exchanges rows until no exchange lowers the cost, or a lot of work is done: any basis is an answer.
    void minimize() {
        for (take_signs(); work_ < kMostWork; take_signs()) {
            const auto entering = best();
            if (!entering) return;
            if (!exchange(entering->first, entering->second)) shift();
        }
    }

    // The rows that take part, in their order, with their factors.
    Sparse factors() const {
        Sparse found;
        for (std::size_t i = 0; i < basis_.height(); ++i) {
            if (std::abs(basis_.factor(i)) >= kZero) found.emplace_back(row(basis_.member(i)), basis_.factor(i));
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    std::uint32_t row(std::uint32_t column) const {
        return column < basis_.height() ? rows_.basis[column] : rows_.spare[column - basis_.height()];
    }

    double cost(std::size_t i) const {
        const double c = costs_[row(basis_.member(i))];
        return std::isinf(c) ? kBarred : c;
    }

    // A factor of 0 has no sign and no price until an exchange gives it one.
    void take_signs() {
        for (std::size_t i = 0; i < basis_.height(); ++i)
            signs_[i] = static_cast<double>((basis_.shifted(i) > 0) - (basis_.shifted(i) < 0));
    }

    // Where many factors are 0, exchanges may go in circles. So those in question get small values, as if the target were another
    // one: whether a basis is the best depends on the signs alone.
    void shift() {
        for (std::size_t i = 0; i < basis_.height(); ++i) {
            if (basis_.shifted(i) == 0)
                basis_.shift(i, signs_[i] * 1e-5 * (1 + static_cast<double>(i * 389 % 1009) / 1009));
        }
    }

    // The place among the others of the row whose entry gains most, and the sign of its factor.
    std::optional<std::pair<std::size_t, double>> best() {
        const auto found = dearest_spared();
        if (found || is_fresh_) return found;
        std::ranges::fill(prices_, 0.0), std::ranges::fill(spared_, 0.0);  // the changes' rounding errors add up
        is_fresh_ = true;
        return dearest_spared();
    }

    // Few prices change from one exchange to the next, so what the others spare is brought up to date.
    void price() {
        std::vector<double> price(basis_.height());
        for (std::size_t i = 0; i < price.size(); ++i) {
            if (signs_[i] != 0) price[i] = signs_[i] * cost(i);
        }
        basis_.first(price);
        work_ += price.size() + width_ + basis_.entries();
        for (std::size_t i = 0; i < price.size(); ++i) {
            const double change = price[i] - prices_[i];
            if (std::abs(change) < kSame) continue;
            for (const auto& [j, x] : rows_.made_with[i]) {
                if (j >= width_) break;
                spared_[j] += change * x;
            }
            prices_[i] = price[i];
            work_ += rows_.made_with[i].size();
        }
    }

    std::optional<std::pair<std::size_t, double>> dearest_spared() {
        price();
        std::optional<std::pair<std::size_t, double>> found;
        double most = 0;
        for (std::size_t place = 0; place < others_.size(); ++place) {
            const std::uint32_t column = others_[place];
            const double spares = column < prices_.size() ? prices_[column] : spared_[column - prices_.size()];
            const double gain = std::abs(spares) - costs_[row(column)];
            if (gain <= kGain) continue;
            const double steep = gain / (column < prices_.size() ? kUnit : rows_.sizes[column - prices_.size()]);
            if (steep > most * (1 + kSame)) most = steep, found = {place, spares < 0 ? -1.0 : 1.0};
        }
        if (found) is_fresh_ = false;
        return found;
    }

    // Lets a row in as far as the cost falls, for the one whose factor becomes 0 there. Whether anything moved.
    bool exchange(std::size_t place, double sign) {
        const std::uint32_t entering = others_[place];
        std::vector<double> c = column(entering);
        struct Stop {
            double at, rise;
            std::size_t i;
        };
        std::vector<Stop> stops;
        double slope = costs_[row(entering)];
        for (std::size_t i = 0; i < c.size(); ++i) {
            const double fall = sign * c[i];  // of the factor, per unit
            if (fall == 0) continue;
            slope -= signs_[i] * cost(i) * fall;
            if (fall * signs_[i] < 0) continue;
            stops.push_back(
                {std::max(0.0, basis_.shifted(i) / fall), (signs_[i] == 0 ? 1 : 2) * cost(i) * std::abs(fall), i});
        }
        if (stops.empty()) return false;
        std::ranges::sort(stops, {}, [](const Stop& s) { return std::pair{s.at, s.i}; });
        const Stop* last = &stops.back();
        for (const Stop& stop : stops) {
            slope += stop.rise;
            if (slope >= -kGain) {
                last = &stop;
                break;
            }
            signs_[stop.i] = sign * c[stop.i] > 0 ? -1.0 : 1.0;
        }
        others_[place] = basis_.exchange(last->i, entering, c);
        signs_[last->i] = sign;
        return last->at > kZero;
    }

    std::vector<double> column(std::uint32_t of) {
        std::vector<double> c(basis_.height());
        if (of < c.size()) {
            c[of] = 1;
        } else {
            for (const auto& [k, x] : rows_.made_of[of - c.size()]) c[k] = x;
        }
        basis_.present(c);
        for (double& x : c) {
            if (std::abs(x) < kZero) x = 0;
        }
        work_ += c.size() + basis_.entries();
        return c;
    }

    Rows rows_;
    std::size_t width_;
    std::span<const double> costs_;
    Basis basis_;
    std::vector<std::uint32_t> others_;
    std::vector<double> signs_;
    std::vector<double> prices_,
        spared_;            // of the rows of the first basis; by what a unit of an other row spares of these
    bool is_fresh_ = true;  // whether they are free of earlier prices' rounding errors
    std::size_t work_ = 0;
};

}  // namespace

Sparse Scattered::taken(double bound) {
    Sparse found;
    each([&](std::uint32_t place) {
        if (std::abs(values_[place]) > bound) found.emplace_back(place, values_[place]);
        values_[place] = 0;
    });
    std::ranges::fill(touched_, 0);
    return found;
}

Combinations::Combinations(std::vector<std::vector<Coefficient>> rows, std::size_t columns)
    : rows_(std::move(rows)), columns_(columns), basis_of_pivot_(columns, kNoRow) {
    Scattered rest(columns), made_of(rows_.size());
    std::vector<std::uint32_t> rows_with(columns);
    for (const auto& row : rows_) {
        for (const Coefficient& c : row) ++rows_with[c.place];
    }
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
        for (const Coefficient& c : rows_[row]) rest.add(c.place, value(c));
        const bool is_spare = reduced(rest, made_of);
        Sparse from = made_of.taken(kZero), left = rest.taken(kZero);
        if (is_spare) {
            for (const auto& [k, x] : from) spare_made_with_[k].emplace_back(spare_.size(), x);
            double squares = 1;
            for (const auto& [k, x] : from) squares += x * x;
            spare_sizes_.push_back(std::sqrt(squares));
            spare_.push_back(row);
            spare_made_of_.push_back(std::move(from));
            continue;
        }
        const auto [pivot, coefficient] = rarest(left, rows_with);
        const double scale = 1 / coefficient;
        basis_of_pivot_[pivot] = static_cast<std::uint32_t>(basis_.size());
        pivots_.push_back(pivot);
        for (auto& [column, x] : left) x *= scale;
        for (auto& [k, factor] : from) factor *= -scale;
        from.emplace_back(static_cast<std::uint32_t>(basis_.size()), scale);
        basis_.push_back(row);
        spare_made_with_.emplace_back();
        echelon_.push_back(std::move(left));
        made_of_.push_back(std::move(from));
    }
}

// Takes from a row what rows of the basis make of it, in their order; whether nothing is left.
bool Combinations::reduced(Scattered& rest, Scattered& made_of) const {
    std::vector<std::uint64_t> waiting((basis_.size() + 63) / 64);
    const auto wait_for = [&](std::uint32_t column) {
        const std::uint32_t k = basis_of_pivot_[column];
        if (k != kNoRow) waiting[k / 64] |= std::uint64_t{1} << k % 64;
    };
    rest.each(wait_for);
    for (std::size_t word = 0; word < waiting.size(); ++word) {
        while (waiting[word]) {
            const std::size_t k = word * 64 + static_cast<std::size_t>(std::countr_zero(waiting[word]));
            waiting[word] &= waiting[word] - 1;
            const double factor = rest[pivots_[k]];
            if (std::abs(factor) < kZero) continue;
            for (const auto& [column, x] : echelon_[k]) {
                rest.add(column, -factor * x);
                if (column != pivots_[k]) wait_for(column);
            }
            for (const auto& [from, x] : made_of_[k]) made_of.add(from, factor * x);
        }
    }
    bool is_nothing = true;
    rest.each([&](std::uint32_t column) { is_nothing &= std::abs(rest[column]) < kNothing; });
    return is_nothing;
}

Target Combinations::target(std::vector<Coefficient> terms) const {
    Target found{std::move(terms), 0, {}, true};
    found.scale = largest(found.terms);
    if (found.scale == 0) return found;
    Scattered rest(columns_), made_of(rows_.size());
    for (const Coefficient& c : found.terms) rest.add(c.place, value(c) / found.scale);
    found.is_made = reduced(rest, made_of);
    found.made_of = made_of.taken(kZero);
    return found;
}

// What the basis makes of a row is told in one way, so the row is entailed as soon as the last of the basis that it takes is there.
std::optional<std::size_t> Combinations::first_entailing(const Target& target) const {
    if (!target.is_made) return std::nullopt;
    return target.made_of.empty() ? 0 : basis_[target.made_of.back().first] + std::size_t{1};
}

std::optional<Combination> Combinations::least(std::span<const double> costs, const Target& target) const {
    const auto before = [&](const std::vector<std::uint32_t>& rows) {
        return static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), costs.size()) - rows.begin());
    };
    const std::size_t height = before(basis_), width = before(spare_);
    if (target.scale == 0) return Combination{{}, true};
    if (!target.is_made) return std::nullopt;
    std::vector<double> factors(height);
    for (const auto& [k, x] : target.made_of) {
        if (k < height) factors[k] = x;
        else if (std::abs(x) > kNothing) return std::nullopt;
    }
    const Rows rows{basis_, spare_, spare_made_of_, spare_made_with_, spare_sizes_};
    Question question(rows, height, width, std::move(factors), costs);
    question.minimize();
    Sparse found = question.factors();
    for (auto& [row, factor] : found) {
        if (std::isinf(costs[row])) return std::nullopt;
        factor *= target.scale;
    }
    return in_fractions(found, target.terms);
}

Combination Combinations::in_fractions(const Sparse& factors, const std::vector<Coefficient>& target) const {
    using namespace field;
    Combination found{{}, true};
    std::vector<Element> left(columns_);
    const auto add_to = [&](const Coefficient& c, Element factor) {
        left[c.place] = add(left[c.place], multiply(factor, from_rational(c.numerator, c.denominator)));
    };
    for (const Coefficient& c : target) add_to(c, negate(1));
    for (const auto& [row, x] : factors) {
        const Coefficient factor = found.factors.emplace_back(near(row, x));
        for (const Coefficient& c : rows_[row]) add_to(c, from_rational(factor.numerator, factor.denominator));
    }
    found.is_exact = std::all_of(left.begin(), left.end(), [](Element e) { return e == 0; });
    return found;
}

}  // namespace porism
