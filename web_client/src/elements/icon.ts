import { LitElement, css } from "lit";
import { customElement, property } from "lit/decorators.js";
import {
  ArrowDown,
  ArrowLeft,
  ArrowUp,
  CalendarDays,
  Camera,
  Check,
  ChevronRight,
  CircleAlert,
  CircleCheck,
  ClipboardCheck,
  Clock,
  Columns2,
  Copy,
  Download,
  Ear,
  EarOff,
  ExternalLink,
  Eye,
  EyeOff,
  FileCheck,
  Flag,
  Hourglass,
  Info,
  Keyboard,
  Layers,
  Leaf,
  Lightbulb,
  Link,
  ListChecks,
  Lock,
  LogOut,
  Menu,
  MessageSquare,
  Mic,
  MicOff,
  MonitorUp,
  MonitorX,
  Pause,
  PenLine,
  PhoneOff,
  Pill,
  Play,
  Plus,
  Quote,
  Redo2,
  RotateCw,
  ScrollText,
  Search,
  Send,
  Server,
  Settings2,
  ShieldCheck,
  Signal,
  SignalLow,
  SignalMedium,
  Target,
  Trash2,
  TriangleAlert,
  Undo2,
  Upload,
  User,
  Users,
  Video,
  VideoOff,
  Volume2,
  WifiOff,
  X,
  createElement,
} from "lucide";

const ICONS = {
  ArrowDown, ArrowLeft, ArrowUp, CalendarDays, Camera, Check, ChevronRight, CircleAlert, CircleCheck, ClipboardCheck, Clock, Columns2, Copy, Download,
  Ear, EarOff, ExternalLink, Eye, EyeOff, FileCheck, Flag, Hourglass, Info, Keyboard, Layers, Leaf, Lightbulb, Link, ListChecks, Lock, LogOut,
  Menu, MessageSquare, Mic, MicOff, MonitorUp, MonitorX, Pause, PenLine, PhoneOff, Pill, Play, Plus, Quote, Redo2, RotateCw, ScrollText, Search, Send,
  Server, Settings2, ShieldCheck, Signal, SignalLow, SignalMedium, Target, Trash2, TriangleAlert, Undo2, Upload, User, Users, Video, VideoOff,
  Volume2, WifiOff, X,
};

export type IconName = keyof typeof ICONS;

/** One stroke icon, decorative: the control around it carries the name. */
@customElement("attune-icon")
export class AttuneIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-grid;
      width: 1.25em;
      height: 1.25em;
      flex: none;
      vertical-align: -0.25em;
    }
    svg {
      width: 100%;
      height: 100%;
      stroke-width: 1.85;
    }
  `;

  @property() name: IconName = "Info";

  override render(): SVGElement {
    const icon = createElement(ICONS[this.name]);
    icon.setAttribute("aria-hidden", "true");
    return icon;
  }
}
