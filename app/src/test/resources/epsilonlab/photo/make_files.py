"""Makes the networks and pictures beside this file, and prints the values that the tests hold as constants.

Run with PyTorch 2.7.1, torchvision 0.22.1 and Pillow 13.0.0 in this folder: python make_files.py
"""
import hashlib

import numpy as np
import torch
import torch.nn.functional as F
import torchvision.transforms as T
from PIL import Image
from torch import nn

torch.manual_seed(0)
torch.set_num_threads(1)


class Small(nn.Module):
    """Six classes, the scaling inside, a batch normalisation with statistics that are not 0 and 1."""

    def __init__(self, dropout=0.0, side=None):
        super().__init__()
        self.first = nn.Conv2d(3, 8, 8, stride=8)
        self.norm = nn.BatchNorm2d(8)
        self.second = nn.Conv2d(8, 16, 4, stride=4)
        self.drop = nn.Dropout(dropout)
        self.last = nn.Linear(16 if side is None else 16 * side * side, 6)
        self.side = side
        with torch.no_grad():
            self.norm.running_mean.uniform_(-0.2, 0.2)
            self.norm.running_var.uniform_(0.02, 0.1)
            self.last.weight.mul_(12)

    def forward(self, x):
        x = F.relu(self.norm(self.first(x)))
        x = F.relu(self.second(x))
        x = x.mean((2, 3)) if self.side is None else x.flatten(1)
        return self.last(self.drop(x))


def picture(width, height):
    y, x, c = np.mgrid[0:height, 0:width, 0:3]
    return ((x * x // 7 + 5 * y * (c + 1) + x * y // 11) % 256).astype(np.uint8)


def tensor(array):
    return torch.from_numpy(array.astype(np.float32) / 255).permute(2, 0, 1)[None].contiguous()


def sha(array):
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()


example = torch.rand(1, 3, 224, 224)
net = Small().eval()
torch.jit.trace(net, example).save("small.pt")
torch.jit.script(net).save("scripted.pt")
torch.jit.script(net.train()).save("scripted-in-training.pt")
torch.jit.trace(Small(dropout=0.5).train(), example, check_trace=False).save("in-training.pt")
torch.jit.trace(Small(side=1).eval(), torch.rand(1, 3, 32, 32)).save("for-32.pt")
torch.save(net.eval().state_dict(), "weights-only.pt")


class Pair(nn.Module):
    def forward(self, x):
        return x.mean((2, 3)), x.sum()


torch.jit.trace(Pair(), example).save("pair.pt")


class Map(nn.Module):
    def forward(self, x):
        return x.mean(1)


torch.jit.trace(Map(), example).save("map.pt")

x = tensor(picture(224, 224))
mean, std = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
for name, scale in (("none", lambda v: v), ("imagenet", lambda v: (v - mean.view(1, 3, 1, 1)) / std.view(1, 3, 1, 1))):
    leaf = x.clone().requires_grad_()
    logits = net(scale(leaf))
    found = int(logits.argmax())
    gradient, = torch.autograd.grad(F.cross_entropy(logits, torch.tensor([found])), leaf)
    largest = gradient.flatten().abs().topk(10).indices
    print(name, "logits", [round(float(v), 6) for v in logits[0]], "found", found)
    print(name, "gradient", [(int(i), float(gradient.flatten()[i])) for i in largest])

crop = T.Compose([T.Resize(224), T.CenterCrop(224)])
for width, height in ((640, 427), (300, 451), (64, 40), (224, 224), (1001, 225), (16, 16)):
    done = np.array(crop(Image.fromarray(picture(width, height))))
    print(width, height, done.shape, sha(done), done[0, 0].tolist(), done[100, 37].tolist())

colours = picture(40, 24)
Image.fromarray(colours).convert("CMYK").save("cmyk.jpg")
alpha = np.dstack([colours, np.where(np.arange(40)[None, :] < 20, 255, 51).repeat(24, 0).astype(np.uint8)])
Image.fromarray(alpha).save("alpha.png")
Image.fromarray(np.dstack([colours, np.full((24, 40), 255, np.uint8)])).save("opaque.png")
Image.fromarray(colours[:, :, 0]).save("grey.png")
Image.fromarray((colours[:, :, 0].astype(np.uint16) * 257)).save("grey16.png")
Image.fromarray(colours[:, :, 0]).save("grey.jpg", quality=95)
Image.fromarray(colours[:, :, 0] > 127).save("bits.png")
palette = Image.fromarray(colours).quantize(16)
palette.save("palette.png")
print("palette", sha(np.array(palette.convert("RGB"))))
print("grey.jpg", np.array(Image.open("grey.jpg"))[3, 5], np.array(Image.open("grey.jpg"))[20, 30])
# four flat corners: red, green, blue and white, in files that say how the camera was held
corners = np.zeros((32, 48, 3), np.uint8)
corners[:16, :24], corners[:16, 24:], corners[16:, :24], corners[16:, 24:] = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
for number in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = number
    Image.fromarray(corners).save(f"held-{number}.jpg", exif=exif, quality=90)
    from PIL import ImageOps
    upright = ImageOps.exif_transpose(Image.open(f"held-{number}.jpg"))
    a = np.array(upright).astype(int)
    name = lambda v: "W" if v.min() > 128 else "RGB"[int(v.argmax())]
    h, w = a.shape[:2]
    print("held", number, (w, h), "".join(name(a[i, j]) for i in (h // 4, 3 * h // 4) for j in (w // 4, 3 * w // 4)))
Image.fromarray(picture(20, 20)).save("picture.gif")
