#include "retell.hpp"

#include <algorithm>
#include <set>

namespace porism {

namespace {

// A closure of what a telling says, over the figure's own coordinates.
std::unique_ptr<Closure> closure_of(const Figure& figure, const Telling& telling, std::size_t room, std::shared_ptr<const TheoremLibrary> library) {
    std::vector<std::vector<Vec>> xy(figure.diagrams());
    for (std::size_t k = 0; k < xy.size(); ++k) {
        for (Point x : telling.order) xy[k].push_back(figure.at(k, x));
    }
    auto closure = std::make_unique<Closure>(xy, room, std::move(library));
    std::int64_t premise = 0;
    for (std::size_t i = 0; i < telling.order.size(); ++i) {
        for (const Locus& l : telling.loci[i]) assume_on(*closure, l, static_cast<Point>(i), premise++);
    }
    closure->run();
    closure->forget_theorems();
    return closure;
}

Telling first_of(const Telling& telling, std::size_t count) {
    std::vector<std::uint8_t> kept(telling.order.size(), 0);
    std::fill_n(kept.begin(), count, 1);
    return telling.restricted(kept);
}

// From the coordinates of one figure to those of another that was made with the same ones.
Candidate moved(const Candidate& candidate, const Figure& from, const Figure& to, std::span<const Point> number) {
    Candidate c = candidate;
    c.first = renumbered(c.first, number);
    c.second = renumbered(c.second, number);
    for (std::size_t k = 0; k < from.diagrams(); ++k) c.at[k] = to.own(k, from.given(k, c.at[k]));
    return c;
}

class Retelling {
public:
    Retelling(const Closure& figure, const RetellOptions& options, std::shared_ptr<const TheoremLibrary> library, RetellCounts& counts, Random& random)
        : figure_(figure), options_(options), library_(std::move(library)), counts_(counts), random_(random) {}

    void look(const Telling& telling) {
        const std::size_t most = std::min(options_.most, telling.order.size());
        if (most < options_.least) return;
        const Telling said = first_of(telling, options_.least + random_.below(most - options_.least + 1));
        ++counts_.closures;
        auto goals = lost_facts(figure_, *closure_of(figure_.figure(), said, 0, nullptr), said, options_.goals, random_);
        if (goals.empty()) return;
        told_ = closure_of(figure_.figure(), said, 1, library_);
        std::erase_if(goals, [this](const Fact& goal) { return is_known(*told_, goal); });
        if (goals.empty()) return;
        ++counts_.lossy;
        counts_.goals += goals.size();
        try_points(said, goals);
    }

    std::vector<Discovery>& found() { return found_; }

private:
    void try_points(const Telling& said, const std::vector<Fact>& goals) {
        std::vector<std::array<Point, 2>> salient;
        for (std::size_t i = 0; i < said.order.size(); ++i) {
            for (const Locus& l : said.loci[i]) mark(salient, l, static_cast<Point>(i));
        }
        for (const Fact& goal : goals) {
            for (const auto& pair : pairs_of(goal)) salient.push_back(pair);
        }
        const Candidates candidates = find_candidates(*told_, salient, options_.last_stage, 0);
        std::vector<std::vector<std::size_t>> proving(goals.size());
        std::set<std::uint32_t> places;
        Closure own(*told_);
        for (std::size_t i = 0; i < candidates.all.size(); ++i) {
            if (places.count(candidates.all[i].place)) continue;
            ++counts_.trials;
            own.mark();
            add_point(own, candidates.all[i]);
            own.run();
            for (std::size_t g = 0; g < goals.size(); ++g) {
                if (is_known(own, goals[g])) proving[g].push_back(i);
            }
            own.rollback(*told_);
            places.insert(candidates.all[i].place);
        }
        std::vector<std::pair<Fact::Kind, const std::vector<std::size_t>*>> seen;
        for (std::size_t g = 0; g < goals.size(); ++g) {
            if (proving[g].empty()) continue;
            // Goals of a kind that the same points prove are mostly one goal in other words.
            if (std::any_of(seen.begin(), seen.end(), [&](const auto& s) { return s.first == goals[g].kind && *s.second == proving[g]; })) continue;
            seen.push_back({goals[g].kind, &proving[g]});
            keep(said, goals[g], candidates, proving[g], places.size());
        }
    }

    static void mark(std::vector<std::array<Point, 2>>& salient, const Locus& l, Point x) {
        const auto [a, b, c] = l.parents;
        switch (l.kind) {
            case Locus::kParallel:
            case Locus::kPerpendicular: salient.insert(salient.end(), {{x, a}, {b, c}}); break;
            case Locus::kLine:
            case Locus::kCircle: salient.insert(salient.end(), {{x, a}, {a, b}}); break;
            case Locus::kBisector: salient.insert(salient.end(), {{x, a}, {x, b}, {a, b}}); break;
            case Locus::kAngleBisector:
            case Locus::kOuterBisector: salient.insert(salient.end(), {{b, x}, {b, a}, {b, c}}); break;
            case Locus::kDiameter: salient.insert(salient.end(), {{x, a}, {x, b}}); break;
            case Locus::kCircumcircle: break;
        }
    }

    // One of the points that prove the goal, the statement reduced to what its proof needs; and the others.
    void keep(const Telling& said, const Fact& goal, const Candidates& candidates, const std::vector<std::size_t>& proving, std::size_t places) {
        std::vector<std::size_t> order = proving;
        random_.shuffle(order);
        std::stable_sort(order.begin(), order.end(), [&](auto i, auto j) { return candidates.all[i].stage < candidates.all[j].stage; });
        const Candidate& chosen = candidates.all[order[0]];
        const auto proves = [&](const Telling& some, const Fact& claim, std::span<const Point> number) {
            const auto closure = closure_of(figure_.figure(), some, 1, nullptr);
            add_point(*closure, moved(chosen, told_->figure(), closure->figure(), number));
            closure->run();
            return is_known(*closure, claim);
        };
        std::vector<std::uint8_t> kept(said.order.size(), 1);
        std::vector<Point> number;
        for (std::size_t i = said.order.size(); i-- > 0;) {
            if (is_needed(said, goal, chosen, kept, static_cast<Point>(i))) continue;
            kept[i] = 0;
            number = numbering(kept);
            if (!proves(said.restricted(kept), renumbered_fact(goal, number), number)) kept[i] = 1;
        }
        number = numbering(kept);
        Discovery d{said.restricted(kept), renumbered_fact(goal, number), {}, {}, places, proving.size()};
        const auto closure = closure_of(figure_.figure(), d.statement, 1, library_);
        if (is_known(*closure, d.goal)) return;
        std::vector<Candidate> found;
        Closure own(*closure);
        for (std::size_t i : order) {
            if (!are_kept(candidates.all[i], kept)) continue;
            const Candidate there = moved(candidates.all[i], told_->figure(), closure->figure(), number);
            own.mark();
            add_point(own, there);
            own.run();
            if (is_known(own, d.goal)) found.push_back(there);
            own.rollback(*closure);
        }
        if (found.empty()) return;
        d.added = found[0];
        d.alternatives.assign(found.begin() + 1, found.end());
        found_.push_back(std::move(d));
    }

    static bool are_kept(const Candidate& c, std::span<const std::uint8_t> kept) {
        for (const Locus* l : {&c.first, &c.second}) {
            for (std::size_t j = 0; j < l->parent_count(); ++j) {
                if (!kept[l->parents[j]]) return false;
            }
        }
        return true;
    }

    // Whether the goal, the auxiliary point or a point that is kept speaks of x.
    static bool is_needed(const Telling& said, const Fact& goal, const Candidate& added, std::span<const std::uint8_t> kept, Point x) {
        const auto names = [x](const Locus& l) {
            const auto end = l.parents.begin() + static_cast<std::ptrdiff_t>(l.parent_count());
            return std::find(l.parents.begin(), end, x) != end;
        };
        if (std::find(goal.points.begin(), goal.points.end(), x) != goal.points.end()) return true;
        if (names(added.first) || names(added.second)) return true;
        for (std::size_t i = x + std::size_t{1}; i < said.order.size(); ++i) {
            if (kept[i] && std::any_of(said.loci[i].begin(), said.loci[i].end(), names)) return true;
        }
        return false;
    }

    static std::vector<Point> numbering(std::span<const std::uint8_t> kept) {
        std::vector<Point> number(kept.size(), kNoPoint);
        Point next = 0;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (kept[i]) number[i] = next++;
        }
        return number;
    }

    static Fact renumbered_fact(const Fact& fact, std::span<const Point> number) {
        Fact moved{fact.kind, {}};
        for (Point p : fact.points) moved.points.push_back(number[p]);
        return moved;
    }

    const Closure& figure_;
    const RetellOptions& options_;
    std::shared_ptr<const TheoremLibrary> library_;
    RetellCounts& counts_;
    Random& random_;
    std::unique_ptr<Closure> told_;
    std::vector<Discovery> found_;
};

}  // namespace

std::vector<Discovery> retell(const Closure& figure, const RetellOptions& options, std::uint64_t seed, std::shared_ptr<const TheoremLibrary> library,
                              RetellCounts& counts) {
    Random random(seed);
    const Teller teller(figure);
    std::vector<Telling> tellings;
    int freedom = INT32_MAX;
    for (std::size_t i = 0; i < options.tellings; ++i) {
        tellings.push_back(teller.tell(random));
        freedom = std::min(freedom, tellings.back().freedom());
    }
    counts.tellings += tellings.size();
    Retelling retelling(figure, options, std::move(library), counts, random);
    // Of tellings that lost something: those that gave theorems, less those whose goals no single point proves. Where the
    // latter are more, the figure is given up.
    int balance = 0;
    for (std::size_t i = 0; i < tellings.size(); ++i) {
        // Most figures lose nothing however they are told: those are given up early.
        if (i >= options.patience && counts.lossy == 0) break;
        if (tellings[i].freedom() != freedom) continue;
        const auto [lossy, before] = std::pair{counts.lossy, retelling.found().size()};
        retelling.look(tellings[i]);
        if (counts.lossy > lossy) balance += retelling.found().size() > before ? 1 : -1;
        if (balance < 0 || retelling.found().size() >= options.enough) break;
    }
    return std::move(retelling.found());
}

}  // namespace porism
