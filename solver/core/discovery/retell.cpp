#include "discovery/retell.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace porism {

namespace {

// A closure of what a telling says, over the figure's own coordinates.
std::unique_ptr<Closure> closure_of(const Figure& figure, const Telling& telling, std::size_t room,
                                    std::shared_ptr<const TheoremLibrary> library) {
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

// Converts coordinates of one figure to those of another that was made from the same diagrams.
Candidate moved(const Candidate& candidate, const Figure& from, const Figure& to, std::span<const Point> number) {
    Candidate c = candidate;
    c.first = renumbered(c.first, number);
    c.second = renumbered(c.second, number);
    for (std::size_t k = 0; k < from.diagrams(); ++k) c.at[k] = to.own(k, from.given(k, c.at[k]));
    return c;
}

class Retelling {
public:
    Retelling(const Closure& figure, const RetellOptions& options, std::shared_ptr<const TheoremLibrary> library,
              RetellCounts& counts, Random& random)
        : figure_(figure), options_(options), library_(std::move(library)), counts_(counts), random_(random) {}

    void look(const Telling& telling) {
        const std::size_t most = std::min(options_.most, telling.order.size());
        if (most < options_.least) return;
        const Telling said = first_of(telling, options_.least + random_.below(most - options_.least + 1));
        ++counts_.closures;
        auto goals =
            lost_facts(figure_, *closure_of(figure_.figure(), said, 0, nullptr), said, options_.goals, random_);
        if (goals.empty()) return;
        told_ = closure_of(figure_.figure(), said, options_.firsts > 0 ? 2 : 1, library_);
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
        const Tried tried = try_all(*told_, all_candidates(*told_, salient, 0), goals);
        Seen seen;
        std::vector<Fact> open;
        for (std::size_t g = 0; g < goals.size(); ++g) {
            if (tried.proving[g].empty()) open.push_back(goals[g]);
            else if (seen.is_new(goals[g].kind, tried.proving[g]))
                keep_one(said, goals[g], tried.candidates, tried.proving[g], tried.places);
        }
        if (options_.firsts > 0 && !open.empty()) try_pairs(said, open, tried, salient);
    }

    Candidates all_candidates(const Closure& base, std::span<const std::array<Point, 2>> salient,
                              Point fresh_from) const {
        return *find_candidates(base, salient, options_.last_stage, fresh_from,
                                std::chrono::steady_clock::time_point::max());
    }

    // What came of trying all candidates of a closure, each place once.
    struct Tried {
        Candidates candidates;
        std::vector<std::vector<std::size_t>> proving;               // of each goal the candidates that prove it
        std::vector<std::pair<std::size_t, std::size_t>> promising;  // candidates that bring news, and how much
        std::size_t places = 0;
    };

    Tried try_all(const Closure& base, Candidates candidates, const std::vector<Fact>& goals) {
        Tried tried{std::move(candidates), std::vector<std::vector<std::size_t>>(goals.size()), {}, 0};
        std::set<std::uint32_t> places;
        Closure own(base);
        for (std::size_t i = 0; i < tried.candidates.all.size(); ++i) {
            if (!places.insert(tried.candidates.all[i].place).second) continue;
            ++counts_.trials;
            const Savepoint savepoint(own, base);
            add_point(own, tried.candidates.all[i]);
            own.run();
            for (std::size_t g = 0; g < goals.size(); ++g) {
                if (is_known(own, goals[g])) tried.proving[g].push_back(i);
            }
            std::size_t news = 0;
            for (std::size_t t = 0; t < kTheories; ++t) news += own.state().system(static_cast<Theory>(t)).old_news();
            if (news > 0) tried.promising.push_back({i, news});
        }
        tried.places = places.size();
        return tried;
    }

    // Goals of a kind that the same points prove are mostly one goal in other words.
    class Seen {
    public:
        bool is_new(Fact::Kind kind, const std::vector<std::size_t>& proving) {
            return seen_.insert({kind, proving}).second;
        }

    private:
        std::set<std::pair<Fact::Kind, std::vector<std::size_t>>> seen_;
    };

    // For goals that no single point proves: tries a second point after each of those that bring most news.
    void try_pairs(const Telling& said, std::vector<Fact> open, const Tried& tried,
                   std::vector<std::array<Point, 2>> salient) {
        auto firsts = tried.promising;
        std::stable_sort(firsts.begin(), firsts.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (firsts.size() > options_.firsts) firsts.resize(options_.firsts);
        const auto x = static_cast<Point>(told_->figure().size());
        for (Point a = 0; a < x; ++a) salient.push_back({a, x});
        for (const auto& [first, news] : firsts) {
            Closure extended(*told_);
            add_point(extended, tried.candidates.all[first]);
            extended.run();
            const Tried second = try_all(extended, all_candidates(extended, salient, x), open);
            Seen seen;
            std::vector<Fact> left;
            for (std::size_t g = 0; g < open.size(); ++g) {
                if (second.proving[g].empty()) left.push_back(open[g]);
                else if (seen.is_new(open[g].kind, second.proving[g]))
                    keep_two(said, open[g], tried.candidates.all[first],
                             second.candidates.all[second.proving[g][random_.below(second.proving[g].size())]],
                             tried.places);
            }
            open = std::move(left);
            if (open.empty()) return;
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

    // The points of a telling that a goal and its proof with the added points need.
    struct Reduced {
        std::vector<std::uint8_t> kept;
        std::vector<Point> number;  // of the points that are kept, and then of the added ones
        std::unique_ptr<Closure> closure;
        Discovery discovery;
    };

    // Nothing where the goal then follows without the added points: library theorems are looked for once more.
    std::optional<Reduced> reduced(const Telling& said, const Fact& goal, std::span<const Candidate> added,
                                   std::size_t places, std::size_t proving) {
        const auto proves = [&](std::span<const std::uint8_t> kept) {
            const auto number = numbering(kept, added.size());
            const auto closure = closure_of(figure_.figure(), said.restricted(kept), added.size(), nullptr);
            add_all(*closure, added, number);
            return is_known(*closure, renumbered_fact(goal, number));
        };
        Reduced r;
        r.kept.assign(said.order.size(), 1);
        for (std::size_t i = said.order.size(); i-- > 0;) {
            if (is_needed(said, goal, added, r.kept, static_cast<Point>(i))) continue;
            r.kept[i] = 0;
            if (!proves(r.kept)) r.kept[i] = 1;
        }
        r.number = numbering(r.kept, added.size());
        r.discovery = {said.restricted(r.kept), renumbered_fact(goal, r.number), {}, {}, places, proving};
        r.closure = closure_of(figure_.figure(), r.discovery.statement, added.size(), library_);
        if (is_known(*r.closure, r.discovery.goal)) return std::nullopt;
        return r;
    }

    // One of the points that prove the goal, the statement reduced to what its proof needs; and the others.
    void keep_one(const Telling& said, const Fact& goal, const Candidates& candidates,
                  const std::vector<std::size_t>& proving, std::size_t places) {
        std::vector<std::size_t> order = proving;
        random_.shuffle(order);
        std::stable_sort(order.begin(), order.end(),
                         [&](auto i, auto j) { return candidates.all[i].stage < candidates.all[j].stage; });
        auto r = reduced(said, goal, {&candidates.all[order[0]], 1}, places, proving.size());
        if (!r) return;
        std::vector<Candidate> found;
        Closure own(*r->closure);
        for (std::size_t i : order) {
            if (!are_kept(candidates.all[i], r->kept)) continue;
            const Savepoint savepoint(own, *r->closure);
            const auto there = add_all(own, {&candidates.all[i], 1}, r->number);
            if (is_known(own, r->discovery.goal)) found.push_back(there[0]);
        }
        if (found.empty()) return;
        r->discovery.added = {found[0]};
        r->discovery.alternatives.assign(found.begin() + 1, found.end());
        found_.push_back(std::move(r->discovery));
    }

    void keep_two(const Telling& said, const Fact& goal, const Candidate& first, const Candidate& second,
                  std::size_t places) {
        const std::array<Candidate, 2> added = {first, second};
        auto r = reduced(said, goal, added, places, 0);
        if (!r) return;
        r->discovery.added = add_all(*r->closure, added, r->number);
        if (is_known(*r->closure, r->discovery.goal)) found_.push_back(std::move(r->discovery));
    }

    // Adds points that were found for the telling to the closure of a part of it; as they are there.
    std::vector<Candidate> add_all(Closure& closure, std::span<const Candidate> added,
                                   std::span<const Point> number) const {
        std::vector<Candidate> there;
        for (const Candidate& c : added) {
            there.push_back(moved(c, told_->figure(), closure.figure(), number));
            add_point(closure, there.back());
        }
        closure.run();
        return there;
    }

    static bool are_kept(const Candidate& c, std::span<const std::uint8_t> kept) {
        for (const Locus* l : {&c.first, &c.second}) {
            for (std::size_t j = 0; j < l->parent_count(); ++j) {
                if (!kept[l->parents[j]]) return false;
            }
        }
        return true;
    }

    // Whether the goal, an auxiliary point or a point that is kept speaks of x.
    static bool is_needed(const Telling& said, const Fact& goal, std::span<const Candidate> added,
                          std::span<const std::uint8_t> kept, Point x) {
        const auto names = [x](const Locus& l) {
            const auto end = l.parents.begin() + static_cast<std::ptrdiff_t>(l.parent_count());
            return std::find(l.parents.begin(), end, x) != end;
        };
        if (std::find(goal.points.begin(), goal.points.end(), x) != goal.points.end()) return true;
        if (std::any_of(added.begin(), added.end(),
                        [&](const Candidate& c) { return names(c.first) || names(c.second); }))
            return true;
        for (std::size_t i = x + std::size_t{1}; i < said.order.size(); ++i) {
            if (kept[i] && std::any_of(said.loci[i].begin(), said.loci[i].end(), names)) return true;
        }
        return false;
    }

    static std::vector<Point> numbering(std::span<const std::uint8_t> kept, std::size_t added) {
        std::vector<Point> number(kept.size(), kNoPoint);
        Point next = 0;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (kept[i]) number[i] = next++;
        }
        for (std::size_t i = 0; i < added; ++i) number.push_back(next++);
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

std::vector<Discovery> retell(const Closure& figure, const RetellOptions& options, std::uint64_t seed,
                              std::shared_ptr<const TheoremLibrary> library, RetellCounts& counts) {
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
    // Among the tellings that lost something, those that gave theorems less those that gave none. Where the latter are more, the
    // figure is given up.
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
