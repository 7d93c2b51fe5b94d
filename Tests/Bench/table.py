"""The report as text."""

HEADER = f"{'':18}{'wall s':>8}{'CPU s':>8}{'wall ÷':>8}{'CPU ÷':>8}{'extra s':>9}{'SSIM':>9}{'PSNR':>7}{'MB':>8}{'peak MiB':>10}"


def number(value, width, digits):
    return f"{'-' if value is None else format(value, f'.{digits}f'):>{width}}"


def of_job(result):
    bare = result["programs"]["bare work"]["wall"]
    base = result["programs"]["ffmpeg"]
    lines = [f"\n{result['job']}, {result['material']} footage, {result['frames']} frames", HEADER]
    for name, row in result["programs"].items():
        timed = "wall" in row
        lines.append(
            f"{name:18}"
            + number(row.get("wall"), 8, 2) + number(row.get("cpu"), 8, 2)
            + number(row["wall"] / base["wall"] if timed else None, 8, 2)
            + number(row["cpu"] / base["cpu"] if timed else None, 8, 2)
            + number(row["wall"] - bare if timed else None, 9, 2)
            + number(row.get("ssim"), 9, 5) + number(row.get("psnr"), 7, 1)
            + number(row["size"] / 1e6, 8, 2) + number(row.get("peak"), 10, 0))
        if row.get("frames", result["frames"]) != result["frames"]:
            lines.append(f"  it has {row['frames']} frames")
    return "\n".join(lines)


def of_limits(limits):
    lines = [""]
    if "start" in limits:
        start = limits["start"]
        lines.append(f"start to first PNG: median {1000 * start['median']:.0f} ms, least {1000 * start['least']:.0f} ms "
                     f"of {start['runs']}; CPU {1000 * start['cpu']:.0f} ms")
    for memory in limits["memory"]:
        lines.append(f"memory, {memory['seconds']} s of 1080p: peak {memory['peak']:.0f} MiB ({memory['wall']:.0f} s)")
    if layers := limits.get("layers"):
        lines.append(f"memory, 4K with {layers['layers']} layers and two jobs: peak {layers['peak']:.0f} MiB of all processes "
                     f"({layers['wall']:.0f} s)")
    if "bytes" in limits:
        lines.append(f"one job, many jobs, again: {'the same bytes' if limits['bytes']['same'] else 'DIFFERENT BYTES'}")
    step, length = limits["step"], len(limits["events"]["wanted"])
    if step:
        lines.append(f"29.97, {length} min: click from flash at most {step['apart']:.1f} ms, "
                     f"flash from its place at most {step['late']:.1f} ms")
    else:
        lines.append(f"29.97, {length} min: FLASHES OR CLICKS ARE MISSING")
    return "\n".join(lines)


def closing(report):
    busy = report["load"] > 0.5 * report["processors"]
    note = "; the machine was busy: the figures are provisional" if busy else ""
    return (f"\n{report['date']}, {report['processors']} processors ({report['machine']}), median of {report['rounds']} rounds, "
            f"load {report['load']:.1f} at the start{note}\n"
            "÷: ratio to ffmpeg. extra: wall time over the bare work. SSIM: luma of the encode, PSNR: least of "
            "any frame's luma before the encoder (dB), both against the exact composite.")
